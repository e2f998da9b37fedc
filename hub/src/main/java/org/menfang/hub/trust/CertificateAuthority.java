package org.menfang.hub.trust;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.menfang.tls.KeyHolder;

/// Issues the certificates of one hub, its gates and itself.
///
/// Every certificate is valid from 1970 on: a gate without a battery-backed clock starts there, and
/// must be able to reach its hub to learn the time.
final class CertificateAuthority {
    private static final Instant NOT_BEFORE = Instant.EPOCH;
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(30 * 365L);
    private static final int SERIAL_BITS = 127;
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final KeyHolder authority;
    private final SecureRandom chance;

    CertificateAuthority(KeyHolder authority, SecureRandom chance) {
        this.authority = authority;
        this.chance = chance;
    }

    X509Certificate certificate() {
        return authority.certificate();
    }

    /// Makes a new authority.
    static KeyHolder found(Instant now, SecureRandom chance) {
        KeyPair keys = keys(chance);
        byte[] tag = new byte[4];
        chance.nextBytes(tag);
        X500Name name = commonName("Menfang authority " + java.util.HexFormat.of().formatHex(tag));
        try {
            X509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            name,
                            serial(chance),
                            Date.from(NOT_BEFORE),
                            Date.from(now.plus(AUTHORITY_LIFE)),
                            name,
                            keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
            return new KeyHolder(
                    keys.getPrivate(), List.of(signed(builder, signer(keys.getPrivate()))));
        } catch (GeneralSecurityException | CertIOException e) {
            throw new IllegalStateException("a certificate of our own making", e);
        }
    }

    /// A key and a certificate for a server with these names and addresses.
    KeyHolder server(Set<String> names, Instant notAfter) {
        KeyPair keys = keys(chance);
        GeneralName[] alternatives =
                names.stream().map(CertificateAuthority::alternative).toArray(GeneralName[]::new);
        X509Certificate certificate =
                issue(
                        "hub server",
                        keys.getPublic(),
                        KeyPurposeId.id_kp_serverAuth,
                        notAfter,
                        new GeneralNames(alternatives));
        return new KeyHolder(keys.getPrivate(), List.of(certificate, certificate()));
    }

    /// A key and a certificate for the pages that people see. It begins now and not in 1970, since
    /// browsers count its days.
    KeyHolder pages(Set<String> names, Instant notBefore, Instant notAfter) {
        KeyPair keys = keys(chance);
        GeneralName[] alternatives =
                names.stream().map(CertificateAuthority::alternative).toArray(GeneralName[]::new);
        X509Certificate certificate =
                issue(
                        "hub pages",
                        keys.getPublic(),
                        KeyPurposeId.id_kp_serverAuth,
                        notBefore,
                        notAfter,
                        new GeneralNames(alternatives));
        return new KeyHolder(keys.getPrivate(), List.of(certificate, certificate()));
    }

    /// A key and a certificate for a client of this name.
    KeyHolder client(String commonName, Instant notAfter) {
        KeyPair keys = keys(chance);
        return new KeyHolder(
                keys.getPrivate(), clientCertificate(commonName, keys.getPublic(), notAfter));
    }

    /// A certificate for a client of this name, who keeps the key to itself.
    List<X509Certificate> clientCertificate(String commonName, PublicKey key, Instant notAfter) {
        return List.of(
                issue(commonName, key, KeyPurposeId.id_kp_clientAuth, notAfter, null),
                certificate());
    }

    /// The list of certificates that are no longer good, in DER.
    byte[] revocationList(List<BigInteger> serials, Instant now) {
        try {
            X509v2CRLBuilder builder =
                    new X509v2CRLBuilder(
                            new JcaX509CertificateHolder(certificate()).getSubject(),
                            Date.from(NOT_BEFORE));
            builder.setNextUpdate(Date.from(now.plus(AUTHORITY_LIFE)));
            serials.forEach(serial -> builder.addCRLEntry(serial, Date.from(now), 0));
            return builder.build(signer(authority.key())).getEncoded();
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("a list of our own making", e);
        }
    }

    private X509Certificate issue(
            String commonName,
            PublicKey key,
            KeyPurposeId purpose,
            Instant notAfter,
            @org.jspecify.annotations.Nullable GeneralNames alternatives) {
        return issue(commonName, key, purpose, NOT_BEFORE, notAfter, alternatives);
    }

    private X509Certificate issue(
            String commonName,
            PublicKey key,
            KeyPurposeId purpose,
            Instant notBefore,
            Instant notAfter,
            @org.jspecify.annotations.Nullable GeneralNames alternatives) {
        try {
            X509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            certificate(),
                            serial(chance),
                            Date.from(notBefore),
                            Date.from(notAfter),
                            new javax.security.auth.x500.X500Principal(
                                    commonName(commonName).getEncoded()),
                            key);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate()));
            if (alternatives != null) {
                builder.addExtension(Extension.subjectAlternativeName, false, alternatives);
            }
            return signed(builder, signer(authority.key()));
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("a certificate of our own making", e);
        }
    }

    private static GeneralName alternative(String name) {
        return new GeneralName(
                ADDRESS.matcher(name).matches() ? GeneralName.iPAddress : GeneralName.dNSName,
                name);
    }

    private static X500Name commonName(String name) {
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, ContentSigner signer)
            throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    private static ContentSigner signer(java.security.PrivateKey key)
            throws GeneralSecurityException {
        try {
            return new JcaContentSignerBuilder("SHA256withECDSA").build(key);
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static BigInteger serial(SecureRandom chance) {
        return new BigInteger(SERIAL_BITS, chance).add(BigInteger.ONE);
    }

    private static KeyPair keys(SecureRandom chance) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), chance);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }
}
