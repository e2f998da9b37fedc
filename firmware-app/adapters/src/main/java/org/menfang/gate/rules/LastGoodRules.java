package org.menfang.gate.rules;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.menfang.cose.Keyring;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.RuleFault;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.rules.signed.SignedRules;
import org.menfang.vocabulary.Sha256;

/// The rule set in force, in a file beside the database, for the day on which that is gone.
///
/// A new set is written under a name of its own before the database takes it, and takes the place
/// of the old one after that. So there is no moment in which only an older set would be found: an
/// old set would bring back rights that were taken away.
///
/// The file is one line of text (what follows, its version, length and SHA-256), and then the set
/// just as it came, with the signature that it came with.
public final class LastGoodRules {
    /// Its name in the data folder.
    public static final String NAME = "last-good-rules";

    /// The name of a set that the database is about to take.
    public static final String NEXT_NAME = NAME + ".next";

    /// Longest first line.
    static final int HEAD_BYTES_MAX = 160;

    private static final int FILE_BYTES_MAX = HEAD_BYTES_MAX + SignedRules.BYTES_MAX;
    private static final Pattern HEAD =
            Pattern.compile(
                    "menfang-rules 1 (plain|signed) ([1-9][0-9]{0,17}) ([0-9]{1,9})"
                            + " ([0-9a-f]{64})");
    private static final Logger LOG = System.getLogger(LastGoodRules.class.getName());

    private final Path folder;

    public LastGoodRules(Path folder) {
        this.folder = folder;
    }

    /// What was found.
    public sealed interface Found {
        /// A whole set, and somebody signed it whose rules are accepted, or brought it to this
        /// machine.
        ///
        /// @param confirmed whether the database had taken it; otherwise nobody knows
        record Good(RuleSet rules, RuleParcel parcel, Sha256 textDigest, boolean confirmed)
                implements Found {}

        /// No set was ever kept.
        record None() implements Found {}

        /// What is there is not what was kept: nothing of it may decide.
        record Damaged(String why) implements Found {}
    }

    /// Writes a set that the database is about to take.
    void prepare(RuleParcel parcel, long version) throws IOException {
        if (isKept(NEXT_NAME, parcel)) {
            return;
        }
        String form = parcel.form().name().toLowerCase(Locale.ROOT);
        byte[] head =
                "menfang-rules 1 %s %d %d %s\n"
                        .formatted(form, version, parcel.bytes().length, parcel.digest())
                        .getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel =
                FileChannel.open(
                        folder.resolve(NEXT_NAME),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            write(channel, head);
            write(channel, parcel.bytes());
            channel.force(true);
        }
        sync();
    }

    /// The database has taken the set that was prepared.
    void confirm() throws IOException {
        Files.move(
                folder.resolve(NEXT_NAME),
                folder.resolve(NAME),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        sync();
    }

    /// The database has refused the set that was prepared.
    void discard() throws IOException {
        Files.deleteIfExists(folder.resolve(NEXT_NAME));
    }

    /// Keeps the set that the database holds, unless it is kept already.
    ///
    /// @return why that was not possible; empty if it was
    public Optional<String> keep(RuleParcel parcel, long version) {
        try {
            if (!isKept(NAME, parcel)) {
                prepare(parcel, version);
                confirm();
            }
            discard();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.toString());
        }
    }

    private boolean isKept(String name, RuleParcel parcel) {
        return read(name) instanceof Kept.Whole(var _, RuleParcel kept)
                && kept.digest().equals(parcel.digest());
    }

    /// The newest set that is kept and can be believed.
    ///
    /// @param keys whose signed rules are accepted
    public Found load(Keyring keys) {
        List<Found> all = Stream.of(NAME, NEXT_NAME).map(name -> load(name, keys)).toList();
        return all.stream()
                .filter(Found.Good.class::isInstance)
                .map(Found.Good.class::cast)
                .max(Comparator.comparingLong(good -> good.rules().version()))
                .<Found>map(good -> good)
                .orElse(all.getFirst());
    }

    /// The newest version that is kept whole, whoever signed it; 0 for none.
    public long newestVersion() {
        return Stream.of(NAME, NEXT_NAME)
                .mapToLong(
                        name -> read(name) instanceof Kept.Whole(long version, var _) ? version : 0)
                .max()
                .orElse(0);
    }

    private Found load(String name, Keyring keys) {
        return switch (read(name)) {
            case Kept.Nothing() -> new Found.None();
            case Kept.Broken(String why) -> new Found.Damaged(why);
            case Kept.Whole(long version, RuleParcel parcel) ->
                    open(version, parcel, keys, name.equals(NAME));
        };
    }

    private static Found open(long version, RuleParcel parcel, Keyring keys, boolean confirmed) {
        return switch (parcel.open(keys)) {
            case RuleParcel.Opening.Opened(RuleSet rules, Sha256 textDigest)
                    when rules.version() == version ->
                    new Found.Good(rules, parcel, textDigest, confirmed);
            case RuleParcel.Opening.Opened(RuleSet rules, Sha256 _) ->
                    new Found.Damaged(
                            "version " + rules.version() + " stands where " + version + " belongs");
            case RuleParcel.Opening.Refused(List<RuleFault> faults) ->
                    new Found.Damaged(faults.getFirst().message(Locale.ENGLISH));
        };
    }

    /// What a file holds, before its signature is looked at.
    private sealed interface Kept {
        record Whole(long version, RuleParcel parcel) implements Kept {}

        record Nothing() implements Kept {}

        record Broken(String why) implements Kept {}
    }

    private Kept read(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                return new Kept.Nothing();
            }
            if (Files.size(file) > FILE_BYTES_MAX) {
                return new Kept.Broken(name + " is too long");
            }
            return parse(name, Files.readAllBytes(file));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the last good rules cannot be read", e);
            return new Kept.Broken(name + " cannot be read: " + e);
        }
    }

    private static Kept parse(String name, byte[] file) {
        int end = 0;
        while (end < Math.min(file.length, HEAD_BYTES_MAX) && file[end] != '\n') {
            end++;
        }
        Matcher head = HEAD.matcher(new String(file, 0, end, StandardCharsets.ISO_8859_1));
        if (!head.matches() || end == file.length) {
            return new Kept.Broken(name + " does not begin as it should");
        }
        byte[] bytes = Arrays.copyOfRange(file, end + 1, file.length);
        RuleParcel parcel =
                new RuleParcel(
                        RuleParcel.Form.valueOf(head.group(1).toUpperCase(Locale.ROOT)), bytes);
        boolean whole =
                bytes.length == Integer.parseInt(head.group(3))
                        && parcel.digest().value().equals(head.group(4));
        return whole
                ? new Kept.Whole(Long.parseLong(head.group(2)), parcel)
                : new Kept.Broken(name + " does not match its digest");
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    private void sync() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
