package org.menfang.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.enrol.EnrolmentRequest;
import org.menfang.enrol.OneTimeCode;
import org.menfang.hub.codes.Codes;
import org.menfang.hub.trust.Trust;
import org.menfang.json.Json;
import org.menfang.wire.GateIdentity;

/// How a gate joins: what it asks, what the hub answers, and the codes between them.
final class JoiningTargets {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-22T02:00:00Z"));
    private static final OneTimeCode CODE = OneTimeCode.make(new SecureRandom());
    private static final String DESK = "org.menfang.hub.device.EnrolmentDesk";
    private static final String WRONG_CODES = "org.menfang.hub.device.WrongCodes";
    private static final Hidden NEW_DESK =
            Hidden.constructor(DESK, Trust.class, Codes.class, Hidden.type(WRONG_CODES));
    private static final Hidden NEW_WRONG_CODES =
            Hidden.constructor(WRONG_CODES, InstantSource.class);
    private static final Hidden ASK = Hidden.method(DESK, "answer", byte[].class);
    private static final Hidden JOINED =
            Hidden.method(
                    "org.menfang.gate.hublink.Enrolment",
                    "joined",
                    GateIdentity.class,
                    KeyPair.class,
                    X509Certificate.class,
                    byte[].class);
    private static final GateIdentity GATE = GateIdentity.parse("xingfu-li/main").orElseThrow();
    private static final KeyPair KEYS = Examples.keys("EC");

    private final Path codes;
    private final Trust trust;

    private JoiningTargets(Path folder) {
        codes = folder.resolve("codes");
        trust = Examples.trust(folder.resolve("trust"));
    }

    static List<FuzzTarget> all() {
        JoiningTargets joining = new JoiningTargets(Examples.folder("joining"));
        return List.of(
                new FuzzTarget("enrolment-request", joining::ask),
                new FuzzTarget("enrolment-request-framed", joining::askWithKey),
                new FuzzTarget("enrolment-answer", joining::answer),
                new FuzzTarget("codes", joining::redeem));
    }

    private void ask(byte[] body) throws Exception {
        @Nullable Object wrongCodes = NEW_WRONG_CODES.on(CLOCK);
        Object desk = NEW_DESK.on(trust, Codes.open(codes, CLOCK), wrongCodes);
        if (desk != null) {
            ASK.of(desk, (Object) body);
        }
    }

    /// Any bytes as the key of the gate.
    private void askWithKey(byte[] input) throws Exception {
        String key = Base64.getEncoder().encodeToString(input);
        ask(Json.write(new EnrolmentRequest("ABCD", key, key)));
    }

    private void answer(byte[] body) throws Exception {
        JOINED.on(GATE, KEYS, trust.authority(), body);
    }

    /// A file of codes with any content, under the name of a code that somebody types.
    private void redeem(byte[] input) throws IOException {
        Codes open = Codes.open(codes, CLOCK);
        Path file = codes.resolve(CODE.hash() + ".json");
        Files.write(file, input);
        open.redeemSignIn(CODE.text());
        Files.write(file, input);
        open.redeemEnrolment(CODE.text());
    }
}
