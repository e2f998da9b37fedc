package org.menfang.hub.trust;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;

/// The page from which a phone gets the certificate of the hub's authority, so that it believes the
/// pages from then on.
public final class TrustPages implements Section {
    /// Where a phone begins.
    public static final String PATH = "/open/trust";

    private static final String FILE = "menfang-ca.crt";

    private final X509Certificate authority;

    public TrustPages(X509Certificate authority) {
        this.authority = authority;
    }

    @Override
    public void addTo(PageTable table) {
        table.openGet(PATH, this::show);
        table.openGet(PATH + "/" + FILE, _ -> new Reply.File(FILE, CONTENT_TYPE, der(), false));
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(PATH, "trust.title", Right.SEE_BOARD));
    }

    /// What phones take for a certificate to install.
    private static final String CONTENT_TYPE = "application/x-x509-ca-cert";

    private Reply show(Visit visit) {
        return Reply.show(
                "trust/trust.jte",
                Map.of(
                        "fingerprint",
                        fingerprint(),
                        "name",
                        authority.getSubjectX500Principal().getName(),
                        "file",
                        PATH + "/" + FILE,
                        "address",
                        visit.address("/")));
    }

    /// As phones show it: pairs of signs with colons between them.
    private String fingerprint() {
        return HexFormat.ofDelimiter(":")
                .formatHex(HexFormat.of().parseHex(TrustFiles.fingerprint(authority).value()))
                .toUpperCase(Locale.ROOT);
    }

    private byte[] der() {
        try {
            return authority.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }
}
