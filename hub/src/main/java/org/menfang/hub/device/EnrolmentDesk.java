package org.menfang.hub.device;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.menfang.enrol.EnrolmentAnswer;
import org.menfang.enrol.EnrolmentRequest;
import org.menfang.hub.codes.Codes;
import org.menfang.hub.trust.Trust;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.tls.Pem;
import org.menfang.wire.GateIdentity;

/// Trades a code for a certificate. The code is looked at last, so that a faulty request does not
/// use it up.
final class EnrolmentDesk {
    private static final int P256_BITS = 256;

    private final Trust trust;
    private final Codes codes;
    private final WrongCodes wrongCodes;

    EnrolmentDesk(Trust trust, Codes codes, WrongCodes wrongCodes) {
        this.trust = trust;
        this.codes = codes;
        this.wrongCodes = wrongCodes;
    }

    Answer answer(byte[] body) throws IOException {
        if (wrongCodes.areTooMany()) {
            return Answer.problem(429, "too many wrong codes; try again in a minute");
        }
        return switch (Json.parse(body, EnrolmentRequest.class)) {
            case Parsed.Malformed<EnrolmentRequest>(String why) -> Answer.problem(400, why);
            case Parsed.Read<EnrolmentRequest>(EnrolmentRequest request) -> answer(request);
        };
    }

    private Answer answer(EnrolmentRequest request) throws IOException {
        PublicKey tlsKey;
        PublicKey logKey;
        try {
            tlsKey = key(request.tlsKey(), "EC");
            logKey = key(request.logKey(), "Ed25519");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Answer.problem(400, "a key that cannot be read");
        }
        if (!(tlsKey instanceof ECPublicKey curve)
                || curve.getParams().getOrder().bitLength() != P256_BITS) {
            return Answer.problem(400, "the key for connections has to be on P-256");
        }
        Optional<GateIdentity> gate = codes.redeemEnrolment(request.code());
        if (gate.isEmpty()) {
            wrongCodes.count();
            return Answer.problem(403, "this code does not work: wrong, used, or too old");
        }
        StringBuilder certificates = new StringBuilder();
        for (X509Certificate each : trust.enrol(gate.get(), tlsKey, logKey)) {
            certificates.append(Pem.write(each));
        }
        return Answer.of(
                200,
                new EnrolmentAnswer(
                        gate.get().toString(),
                        certificates.toString(),
                        List.of(trust.rulesKey().text())));
    }

    private static PublicKey key(String base64, String algorithm) throws GeneralSecurityException {
        byte[] encoded = Base64.getDecoder().decode(base64);
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
    }
}
