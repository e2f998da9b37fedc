package org.menfang.gate.hublink;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.menfang.enrol.OneTimeCode;
import org.menfang.site.HubAddress;
import org.menfang.vocabulary.Sha256;

/// Finds the authority that a code names among the certificates that a server shows. Nothing is
/// said to the server meanwhile; the real connection then trusts that authority and nobody else.
final class HubCertificate {
    private HubCertificate() {}

    /// Empty if the server shows no such authority.
    ///
    /// @throws IOException if there is no server, or it does not speak TLS
    static Optional<X509Certificate> authority(HubAddress hub, OneTimeCode code, Duration wait)
            throws IOException {
        Finder finder = new Finder(code);
        int waitMillis = Math.toIntExact(wait.toMillis());
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(hub.host(), hub.httpsPort()), waitMillis);
            plain.setSoTimeout(waitMillis);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {finder}, null);
            try (SSLSocket socket =
                    (SSLSocket)
                            context.getSocketFactory()
                                    .createSocket(plain, hub.host(), hub.httpsPort(), true)) {
                socket.startHandshake();
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        } catch (IOException e) {
            if (!finder.wasAsked) {
                throw e;
            }
        }
        return Optional.ofNullable(finder.found);
    }

    /// Looks at what the server shows, and accepts it only if the code names it.
    private static final class Finder implements X509TrustManager {
        private final OneTimeCode code;
        private @Nullable X509Certificate found;
        private boolean wasAsked;

        Finder(OneTimeCode code) {
            this.code = code;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType)
                throws CertificateException {
            wasAsked = true;
            for (X509Certificate each : chain) {
                if (code.names(fingerprint(each))) {
                    found = each;
                    return;
                }
            }
            throw new CertificateException("the code names another hub");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType)
                throws CertificateException {
            throw new CertificateException("there are no clients here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }

        private static Sha256 fingerprint(X509Certificate certificate)
                throws CertificateEncodingException {
            return Sha256.of(certificate.getEncoded());
        }
    }
}
