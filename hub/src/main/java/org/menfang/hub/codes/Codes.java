package org.menfang.hub.codes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.menfang.enrol.OneTimeCode;
import org.menfang.hub.rights.Role;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.tls.PrivateFiles;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;

/// The codes that still work: one small file each, named after the hash of its code, so that the
/// command line can make one while the hub runs. Whoever removes the file has used the code; the
/// file system lets exactly one do so.
///
/// It does not count wrong codes: whoever takes codes from strangers slows them down.
public final class Codes {
    /// How long a code for a gate works.
    public static final Duration ENROLMENT_LIFE = Duration.ofDays(1);

    /// How long a code for a person works.
    public static final Duration SIGN_IN_LIFE = Duration.ofHours(1);

    /// Most codes that wait to be used.
    public static final int CODES_MAX = 200;

    private static final String ENDING = ".json";

    private final Path folder;
    private final InstantSource clock;
    private final SecureRandom chance = new SecureRandom();

    private Codes(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    public static Codes open(Path folder, InstantSource clock) throws IOException {
        return new Codes(PrivateFiles.folder(folder), clock);
    }

    /// Makes a code with which a person signs in; empty if too many codes wait to be used.
    public Optional<String> makeSignIn(Invitation invitation, Duration life) throws IOException {
        return store(
                OneTimeCode.make(chance),
                Kind.SIGN_IN,
                invitation.who().value(),
                invitation.roles(),
                invitation.reset(),
                life);
    }

    /// Makes a code with which a gate joins; empty if too many codes wait to be used.
    ///
    /// @param fingerprint of the hub's authority
    public Optional<String> makeEnrolment(GateIdentity gate, Sha256 fingerprint, Duration life)
            throws IOException {
        return store(
                OneTimeCode.make(chance, fingerprint),
                Kind.ENROL,
                gate.toString(),
                List.of(),
                false,
                life);
    }

    /// Uses a code up and says what it is worth; empty if it does not work (any more).
    public Optional<Invitation> redeemSignIn(String typed) throws IOException {
        return redeem(typed, Kind.SIGN_IN).map(stored -> stored.invitation());
    }

    /// Uses a code up and says which gate it was made for; empty if it does not work (any more).
    public Optional<GateIdentity> redeemEnrolment(String typed) throws IOException {
        return redeem(typed, Kind.ENROL).flatMap(stored -> GateIdentity.parse(stored.subject));
    }

    private Optional<String> store(
            OneTimeCode code,
            Kind kind,
            String subject,
            List<Role> roles,
            boolean reset,
            Duration life)
            throws IOException {
        if (sweep() >= CODES_MAX) {
            return Optional.empty();
        }
        Instant expiresAt = clock.instant().plus(life);
        PrivateFiles.write(
                file(code),
                Json.write(new Stored(kind, subject, roles, reset ? true : null, expiresAt)));
        return Optional.of(code.text());
    }

    private Optional<Stored> redeem(String typed, Kind kind) throws IOException {
        Optional<OneTimeCode> code = OneTimeCode.read(typed);
        if (code.isEmpty()) {
            return Optional.empty();
        }
        Path file = file(code.get());
        Stored stored = read(file);
        if (stored == null || stored.kind != kind) {
            return Optional.empty();
        }
        if (!Files.deleteIfExists(file) || stored.isExpired(clock.instant())) {
            return Optional.empty();
        }
        return Optional.of(stored);
    }

    /// Removes what has expired and counts what is left.
    private int sweep() throws IOException {
        int left = 0;
        for (Path file : files()) {
            Stored stored = read(file);
            if (stored != null && !stored.isExpired(clock.instant())) {
                left++;
            } else {
                Files.deleteIfExists(file);
            }
        }
        return left;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).toList();
        }
    }

    /// Null if there is no such code, or a file that is none.
    private static @Nullable Stored read(Path file) throws IOException {
        try {
            return switch (Json.parse(Files.readAllBytes(file), Stored.class)) {
                case Parsed.Read<Stored>(Stored stored) -> stored;
                case Parsed.Malformed<Stored> malformed -> null;
            };
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private Path file(OneTimeCode code) {
        return folder.resolve(code.hash() + ENDING);
    }

    /// What a code is good for.
    enum Kind {
        ENROL,
        SIGN_IN
    }

    /// @param subject a gate, or a person's name
    /// @param reset none means no
    record Stored(
            Kind kind,
            String subject,
            List<Role> roles,
            @Nullable Boolean reset,
            Instant expiresAt) {
        /// @throws IllegalArgumentException if the subject is none of its kind
        Stored {
            roles = List.copyOf(roles);
            switch (kind) {
                case SIGN_IN -> new OperatorName(subject);
                case ENROL -> {
                    if (GateIdentity.parse(subject).isEmpty()) {
                        throw new IllegalArgumentException("a code for no gate");
                    }
                }
            }
        }

        Invitation invitation() {
            return new Invitation(new OperatorName(subject), roles, reset != null && reset);
        }

        boolean isExpired(Instant now) {
            return !now.isBefore(expiresAt);
        }
    }
}
