package org.menfang.hub.round;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.menfang.tls.PrivateFiles;

/// The codes that places show, all worked out from one secret of the hub: the log never holds one.
public final class PointCodes {
    public static final int STEP_SECONDS = 60;

    /// How many steps a code may be away from the step in which it was shown: screens are slow, and
    /// clocks differ.
    public static final int STEPS_AWAY_MAX = 1;

    private static final int SECRET_BYTES = 32;
    private static final int FIXED_CHARS = 16;
    private static final int ROTATING_CHARS = 8;

    /// Without letters and digits that look alike.
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final byte[] secret;

    private PointCodes(byte[] secret) {
        this.secret = secret;
    }

    /// Reads the secret, or makes one.
    public static PointCodes open(Path folder) throws IOException {
        Path file = PrivateFiles.folder(folder).resolve("codes.key");
        if (!Files.exists(file)) {
            byte[] fresh = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(fresh);
            PrivateFiles.write(file, fresh);
        }
        byte[] read = Files.readAllBytes(file);
        if (read.length != SECRET_BYTES) {
            throw new IOException(file + " does not hold a secret of " + SECRET_BYTES + " bytes");
        }
        return new PointCodes(read);
    }

    /// What the place shows at a moment.
    ///
    /// @throws IllegalArgumentException if the place shows no code
    public String code(Tour tour, Checkpoint point, Instant at) {
        return switch (point.how()) {
            case NFC -> fixed(tour, point);
            case QR -> rotating(tour, point, step(at));
            case READER, BUTTON ->
                    throw new IllegalArgumentException(point.name() + " shows no code");
        };
    }

    /// Whether the place showed this code at a moment.
    boolean isRight(Tour tour, Checkpoint point, String code, Instant at) {
        return switch (point.how()) {
            case NFC -> isSame(code, fixed(tour, point));
            case QR -> isNear(tour, point, code, step(at));
            case READER, BUTTON -> false;
        };
    }

    private boolean isNear(Tour tour, Checkpoint point, String code, long here) {
        boolean near = false;
        for (long step = here - STEPS_AWAY_MAX; step <= here + STEPS_AWAY_MAX; step++) {
            near |= isSame(code, rotating(tour, point, step));
        }
        return near;
    }

    private static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    private String fixed(Tour tour, Checkpoint point) {
        return letters(mac(tour, point, "fixed", 0), FIXED_CHARS);
    }

    private String rotating(Tour tour, Checkpoint point, long step) {
        return letters(mac(tour, point, "rotating", step), ROTATING_CHARS);
    }

    private byte[] mac(Tour tour, Checkpoint point, String use, long step) {
        String what = String.join("\n", use, tour.id(), point.id(), "" + point.codeVersion());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(what.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static String letters(byte[] bytes, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(LETTERS.charAt(bytes[i] & (LETTERS.length() - 1)));
        }
        return text.toString();
    }

    private static boolean isSame(String shown, String expected) {
        return MessageDigest.isEqual(
                shown.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
