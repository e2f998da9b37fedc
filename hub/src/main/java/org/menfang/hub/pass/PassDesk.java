package org.menfang.hub.pass;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.menfang.cose.SigningKey;
import org.menfang.cose.VerifyingKey;
import org.menfang.hub.trust.SigningKeyFile;
import org.menfang.pass.Pass;
import org.menfang.pass.PassClass;
import org.menfang.pass.PassPin;
import org.menfang.pass.SignedPass;
import org.menfang.rules.RevokedPass;
import org.menfang.tls.PrivateFiles;
import org.menfang.vocabulary.PassId;

/// Issues passes and takes them back. All of it is files, so that the command line can do so while
/// the hub runs, or without one; a lock keeps two of them from doing it at the same moment.
///
/// A pass is valid as soon as it is signed: gates need nobody to tell them. Taking one back needs a
/// new rule set that lists it.
public final class PassDesk {
    /// Most passes that the hub remembers at a time. Those that have expired make room.
    public static final int ISSUED_MAX = 20_000;

    private static final String KEY = "pass-key";
    private static final String LOCK = "lock";
    private static final Object THIS_PROCESS = new Object();
    private static final Set<StandardOpenOption> OPTIONS =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    private static final FileAttribute<Set<PosixFilePermission>> FOR_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final IssuedPasses issued;
    private final RevokedPasses revoked;
    private final Path lock;
    private final Path key;
    private final InstantSource clock;
    private final SecureRandom chance = new SecureRandom();

    private PassDesk(Path passes, Path trust, InstantSource clock) throws IOException {
        this.issued = new IssuedPasses(PrivateFiles.folder(passes.resolve("issued")));
        this.revoked = new RevokedPasses(passes.resolve(RevokedPasses.FILE_NAME));
        this.lock = passes.resolve(LOCK);
        this.key = PrivateFiles.folder(trust).resolve(KEY);
        this.clock = clock;
    }

    /// @param passes the folder of the passes
    /// @param trust the folder of the hub's keys
    public static PassDesk open(Path passes, Path trust, InstantSource clock) throws IOException {
        return new PassDesk(PrivateFiles.folder(passes), trust, clock);
    }

    /// What became of a wish.
    public sealed interface Issuing {
        record Issued(IssuedPass pass) implements Issuing {}

        /// So many passes with a PIN form begin in this hour already that no digits are left.
        record NoDigitsLeft() implements Issuing {}

        /// The pass has no PIN form, since it says something else than the rule of PIN forms.
        record NoPinForm(PassPin.Why why) implements Issuing {}

        /// Too many passes are valid.
        record TooMany() implements Issuing {}
    }

    /// The key with which gates verify the passes of this hub.
    public VerifyingKey publicKey() throws IOException {
        return alone(() -> signingKey().verifying());
    }

    /// Issues a pass with any number.
    public Issuing issue(PassWish wish) throws IOException {
        return alone(() -> {
            PassId id = number();
            while (issued.holds(id)) {
                id = number();
            }
            return keep(wish, id);
        });
    }

    /// Issues a pass with the next number that has digits.
    public Issuing issue(PassWish wish, PassPin pins) throws IOException {
        PassPin.Form form = pins.form(wish.with(number(), PassClass.PAPER));
        if (form instanceof PassPin.Form.None none && none.why() != PassPin.Why.OTHER_ID) {
            return new Issuing.NoPinForm(none.why());
        }
        return alone(() -> {
            for (int serial = 0; serial < PassPin.SERIALS; serial++) {
                Pass pass = pins.pass(wish.from(), serial, PassClass.PAPER);
                if (!issued.holds(pass.id())) {
                    return keep(wish, pass.id());
                }
            }
            return new Issuing.NoDigitsLeft();
        });
    }

    /// A pass that this hub issued.
    public Optional<IssuedPass> find(PassId id) throws IOException {
        return issued.find(id);
    }

    /// Takes a pass back, with the next rule set that goes to the gates.
    ///
    /// @param expires when it would have ended by itself
    /// @return whether there is room for it in the list
    public boolean revoke(PassId id, Instant expires) throws IOException {
        return alone(() -> revoked.add(new RevokedPass(id, expires), clock.instant()));
    }

    /// The passes that were taken back and have not expired.
    public List<RevokedPass> revoked() throws IOException {
        return revoked.all();
    }

    private Issuing keep(PassWish wish, PassId id) throws IOException {
        if (!issued.hasRoom(ISSUED_MAX, clock.instant())) {
            return new Issuing.TooMany();
        }
        SigningKey signer = signingKey();
        IssuedPass pass =
                new IssuedPass(
                        wish.forms().stream()
                                .map(form -> SignedPass.sign(wish.with(id, form), signer))
                                .map(IssuedPass.Form::of)
                                .toList());
        issued.keep(pass);
        return new Issuing.Issued(pass);
    }

    private SigningKey signingKey() throws IOException {
        return SigningKeyFile.open(key);
    }

    private PassId number() {
        byte[] number = new byte[8];
        chance.nextBytes(number);
        return new PassId(HexFormat.of().withUpperCase().formatHex(number));
    }

    /// Something that is done by one desk at a time.
    private interface Act<T> {
        T run() throws IOException;
    }

    private <T> T alone(Act<T> act) throws IOException {
        // The lock of a file keeps other processes away, but not the threads of this one.
        synchronized (THIS_PROCESS) {
            try (FileChannel channel = FileChannel.open(lock, OPTIONS, FOR_OWNER);
                    FileLock _ = channel.lock()) {
                return act.run();
            }
        }
    }
}
