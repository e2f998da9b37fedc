package org.menfang.hub.trust;

import java.nio.file.Files;
import javax.net.ssl.SSLContext;
import org.menfang.tls.KeyHolder;
import org.menfang.tls.Pem;
import org.menfang.tls.TlsContexts;

/// Connects as a viewer for tests.
public final class TestViewers {
    private TestViewers() {}

    /// The TLS of whoever holds these files.
    public static SSLContext context(Viewers.Papers papers) throws Exception {
        return TlsContexts.of(
                new KeyHolder(
                        Pem.privateKey(Files.readString(papers.key())),
                        Pem.certificates(Files.readString(papers.certificate()))),
                Pem.certificates(Files.readString(papers.authority())).getFirst());
    }
}
