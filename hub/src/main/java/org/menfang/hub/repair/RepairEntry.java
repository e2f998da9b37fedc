package org.menfang.hub.repair;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.EntryBody;
import org.menfang.hub.repair.NewRepair.MeasuredFault;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.Sha256;

/// What happened to a repair. Each names it by its number.
public sealed interface RepairEntry extends EntryBody {
    int number();

    record Reported(
            int number,
            CompoundId compound,
            String place,
            String what,
            @Nullable MeasuredFault fault,
            Instant seenAt)
            implements RepairEntry {}

    /// Who wrote it down owns the repair from now on.
    record Accepted(int number) implements RepairEntry {}

    record Begun(int number) implements RepairEntry {}

    record Finished(int number, String note) implements RepairEntry {}

    record GivenBack(int number, String why) implements RepairEntry {}

    record SentBack(int number, String why) implements RepairEntry {}

    record Closed(int number, Closing how, String note) implements RepairEntry {}

    /// @param picture what the hub keeps, without what a camera writes beside the picture
    /// @param sent the file as it came; it is not kept
    record Pictured(int number, PictureTime when, Sha256 picture, Sha256 sent)
            implements RepairEntry {}

    /// Slips were printed with which residents rate the result, one rating each.
    ///
    /// @param codes digests of what stands on the slips
    record SlipsMade(int number, List<Sha256> codes) implements RepairEntry {
        public SlipsMade {
            codes = List.copyOf(codes);
        }
    }

    /// A resident rated the result. Nobody knows which one.
    ///
    /// @param stars 1 to {@link Repair#STARS_MAX}
    /// @param code digest of what stands on the slip, which is used up by it
    record Rated(int number, int stars, Sha256 code) implements RepairEntry {}

    /// When a picture was taken.
    enum PictureTime {
        BEFORE,
        AFTER
    }
}
