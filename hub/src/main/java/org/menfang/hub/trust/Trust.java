package org.menfang.hub.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.menfang.cose.SigningKey;
import org.menfang.cose.VerifyingKey;
import org.menfang.tls.KeyHolder;
import org.menfang.tls.Pem;
import org.menfang.tls.PrivateFiles;
import org.menfang.tls.TlsContexts;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;

/// The certificate authority of a hub and everything that rests on it, in one folder. It is made on
/// the first start; whoever has the folder is the hub.
public final class Trust {
    /// The common name of the hub's own certificate, and its client id. No gate is called so, since
    /// it has no slash.
    public static final String HUB = "hub";

    /// The common name of the certificate with which the hub shows viewers what they may see, and
    /// its client id. It can say nothing to gates.
    public static final String HOME = "hub-home";

    private static final Duration SERVER_LIFE = Duration.ofDays(5 * 365L);
    static final Duration CLIENT_LIFE = Duration.ofDays(20 * 365L);

    /// Phones take no certificate of more than 825 days, and will take fewer days yet.
    private static final Duration PAGES_LIFE = Duration.ofDays(390);

    private static final Duration PAGES_RENEWAL_MARGIN = Duration.ofDays(60);

    /// How far the clock of a phone may be behind.
    private static final Duration CLOCKS_APART_MAX = Duration.ofDays(1);

    /// A certificate with less left than this is replaced at the next start.
    private static final Duration RENEWAL_MARGIN = Duration.ofDays(365);

    private final TrustFiles files;
    private final InstantSource clock;
    private final CertificateAuthority authority;
    private final KeyHolder server;
    private final KeyHolder hub;
    private final SigningKey rules;
    private final Devices devices;
    private final Revocations revocations;
    private final Revocations revokedViewers;

    private Trust(
            TrustFiles files,
            InstantSource clock,
            CertificateAuthority authority,
            KeyHolder server,
            KeyHolder hub,
            SigningKey rules) {
        this.files = files;
        this.clock = clock;
        this.authority = authority;
        this.server = server;
        this.hub = hub;
        this.rules = rules;
        this.devices = new Devices(files.devices());
        this.revocations = new Revocations(files.revoked());
        this.revokedViewers = new Revocations(files.revokedViewers());
    }

    /// Opens the folder, and makes what is missing or near its end.
    ///
    /// @param names the names and addresses under which gates and people reach this hub
    /// @throws IOException if the folder cannot be used, or holds something else
    public static Trust open(Path folder, Collection<String> names, InstantSource clock)
            throws IOException {
        TrustFiles files = new TrustFiles(PrivateFiles.folder(folder));
        SecureRandom chance = new SecureRandom();
        Instant now = clock.instant();
        Optional<KeyHolder> known = files.read(TrustFiles.AUTHORITY);
        KeyHolder root = known.isPresent() ? known.get() : CertificateAuthority.found(now, chance);
        if (known.isEmpty()) {
            files.write(TrustFiles.AUTHORITY, root);
        }
        CertificateAuthority authority = new CertificateAuthority(root, chance);
        SortedSet<String> wanted = new TreeSet<>(names);
        KeyHolder server =
                files.read(TrustFiles.SERVER)
                        .filter(holder -> isFresh(holder, now))
                        .filter(holder -> namesOf(holder.certificate()).equals(wanted))
                        .orElseGet(() -> authority.server(wanted, now.plus(SERVER_LIFE)));
        files.write(TrustFiles.SERVER, server);
        KeyHolder hub =
                files.read(TrustFiles.HUB)
                        .filter(holder -> isFresh(holder, now))
                        .orElseGet(() -> authority.client(HUB, now.plus(CLIENT_LIFE)));
        files.write(TrustFiles.HUB, hub);
        files.writeStores(server, root.certificate());
        SigningKey rules = SigningKeyFile.open(files.rulesKey());
        Trust trust = new Trust(files, clock, authority, server, hub, rules);
        trust.writeRevocationList();
        return trust;
    }

    /// The certificate of the authority.
    public X509Certificate authority() {
        return authority.certificate();
    }

    /// What a gate needs to recognise this hub before it has anything else of it.
    public Sha256 fingerprint() {
        return TrustFiles.fingerprint(authority());
    }

    /// Whose rule sets the gates of this hub accept; each learns it when it joins.
    public VerifyingKey rulesKey() {
        return rules.verifying();
    }

    /// For servers of this hub. Clients may show a certificate of its own authority.
    public SSLContext serverContext() {
        return TlsContexts.of(server, authority());
    }

    /// For the pages that people see: the certificate that is there, or a new one where it is near
    /// its end or has other names.
    ///
    /// @param names the names and addresses under which people reach this hub
    public synchronized KeyHolder pages(Collection<String> names) throws IOException {
        Instant now = clock.instant();
        SortedSet<String> wanted = new TreeSet<>(names);
        Optional<KeyHolder> known =
                files.read(TrustFiles.PAGES)
                        .filter(holder -> isFresh(holder, now, PAGES_RENEWAL_MARGIN))
                        .filter(holder -> namesOf(holder.certificate()).equals(wanted));
        if (known.isPresent()) {
            return known.get();
        }
        KeyHolder fresh =
                authority.pages(wanted, now.minus(CLOCKS_APART_MAX), now.plus(PAGES_LIFE));
        files.write(TrustFiles.PAGES, fresh);
        return fresh;
    }

    /// For the hub as a client of a broker.
    public SSLContext hubContext() {
        return TlsContexts.of(hub, authority());
    }

    /// For the hub as a client that shows viewers what they may see. The certificate is made when
    /// it is asked for first.
    public synchronized SSLContext homeContext() throws IOException {
        Instant now = clock.instant();
        Optional<KeyHolder> known =
                files.read(TrustFiles.HOME).filter(holder -> isFresh(holder, now));
        KeyHolder home =
                known.isPresent() ? known.get() : authority.client(HOME, now.plus(CLIENT_LIFE));
        files.write(TrustFiles.HOME, home);
        return TlsContexts.of(home, authority());
    }

    /// Where keys and certificates lie, for servers that read them from files.
    public TrustFiles files() {
        return files;
    }

    /// Issues the certificate of a gate, and takes back the one that it had before.
    ///
    /// @param tlsKey for its connections, on P-256
    /// @param logKey signs the heads of its log, Ed25519
    /// @return its certificate, then the authority's
    public synchronized List<X509Certificate> enrol(
            GateIdentity gate, PublicKey tlsKey, PublicKey logKey) throws IOException {
        List<X509Certificate> chain =
                authority.clientCertificate(
                        gate.toString(), tlsKey, clock.instant().plus(CLIENT_LIFE));
        revoke(gate);
        devices.store(gate, chain, logKey);
        return chain;
    }

    /// Takes back the certificate of a gate, if it has one.
    public synchronized boolean revoke(GateIdentity gate) throws IOException {
        Optional<BigInteger> serial = devices.serial(gate);
        if (serial.isEmpty()) {
            return false;
        }
        revocations.add(serial.get(), gate.toString());
        writeRevocationList();
        return true;
    }

    /// Whether a certificate of this authority was taken back.
    public boolean isRevoked(X509Certificate certificate) throws IOException {
        return revocations.contains(certificate) || revokedViewers.contains(certificate);
    }

    /// The key that signs the log of a gate; empty if it never enrolled.
    public Optional<PublicKey> logKey(GateIdentity gate) throws IOException {
        return devices.logKey(gate);
    }

    /// Every gate that ever enrolled.
    public Set<GateIdentity> gates() throws IOException {
        return devices.all().keySet();
    }

    private void writeRevocationList() throws IOException {
        writeRevocationList(files, authority, clock.instant());
    }

    static void writeRevocationList(TrustFiles files, CertificateAuthority authority, Instant now)
            throws IOException {
        List<BigInteger> serials = new ArrayList<>(new Revocations(files.revoked()).all());
        serials.addAll(new Revocations(files.revokedViewers()).all());
        PrivateFiles.write(
                files.revocationList(),
                Pem.block("X509 CRL", authority.revocationList(serials, now)));
    }

    private static boolean isFresh(KeyHolder holder, Instant now) {
        return isFresh(holder, now, RENEWAL_MARGIN);
    }

    private static boolean isFresh(KeyHolder holder, Instant now, Duration margin) {
        return holder.certificate().getNotAfter().toInstant().isAfter(now.plus(margin));
    }

    private static SortedSet<String> namesOf(X509Certificate certificate) {
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            return alternatives == null
                    ? new TreeSet<>()
                    : alternatives.stream()
                            .map(each -> String.valueOf(each.get(1)))
                            .collect(Collectors.toCollection(TreeSet::new));
        } catch (CertificateParsingException e) {
            return new TreeSet<>();
        }
    }
}
