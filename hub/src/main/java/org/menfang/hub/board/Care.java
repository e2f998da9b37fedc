package org.menfang.hub.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.AlarmKind;
import org.menfang.vocabulary.OperatorName;

/// What people at the hub do about one open alarm, beside what its owner knows of it.
///
/// @param claim who goes; none while nobody does
/// @param onScene who is there
/// @param help who asked for help
/// @param falseAlarm who found that there is nothing
/// @param closing who wrote the closing note; the alarm ends when its owner has confirmed
/// @param shelf none unless it is put aside for a while
/// @param outOfService none unless its device waits for a repair
/// @param suppressedBy the alarm at the same gate that explains this one; none for none
/// @param fold why it stands folded with others of its place; none for a card of its own
/// @param step how far it was called out
public record Care(
        @Nullable Deed claim,
        @Nullable Deed onScene,
        @Nullable Deed help,
        @Nullable Deed falseAlarm,
        @Nullable Deed closing,
        @Nullable Shelf shelf,
        @Nullable OutOfService outOfService,
        @Nullable AlarmKind suppressedBy,
        @Nullable Fold fold,
        Step step) {
    public static final Care NONE =
            new Care(null, null, null, null, null, null, null, null, null, Step.NONE);

    /// Who did something, and when.
    public record Deed(OperatorName by, Instant at) {}

    /// Put aside until a time, by somebody, for a reason.
    public record Shelf(Instant until, OperatorName by, String why) {}

    /// Its device waits for a repair.
    ///
    /// @param repair the number of the repair
    public record OutOfService(String repair, OperatorName by, Instant since) {}

    /// Why an alarm stands folded.
    public enum Fold {
        /// More alarms came than a person can read.
        FLOOD,
        /// It comes and goes again and again.
        CHATTER
    }

    /// How far an alarm was called out since somebody has to answer it.
    public enum Step {
        NONE,
        /// The first on duty was told.
        FIRST,
        /// The next contact was told.
        NEXT,
        /// Everybody was told, and the siren sounds.
        EVERYONE
    }

    /// Whether it waits with good reason: nobody is called, and it stands below.
    public boolean waits() {
        return shelf != null || outOfService != null || suppressedBy != null;
    }

    /// Whether somebody deals with it.
    public boolean hasSomebody() {
        return claim != null || onScene != null;
    }

    /// The same deeds, where the alarm waits or stands folded.
    public Care within(
            @Nullable Shelf newShelf,
            @Nullable OutOfService newOutOfService,
            @Nullable AlarmKind explainedBy,
            @Nullable Fold folded) {
        return new Care(
                claim,
                onScene,
                help,
                falseAlarm,
                closing,
                newShelf,
                newOutOfService,
                explainedBy,
                folded,
                step);
    }
}
