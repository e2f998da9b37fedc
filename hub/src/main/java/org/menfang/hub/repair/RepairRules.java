package org.menfang.hub.repair;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.cases.CaseText;
import org.menfang.hub.repair.RepairState.Act;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// What may be done to a repair, and by whom.
final class RepairRules {
    private RepairRules() {}

    static Verdict report(Repairs known, NewRepair repair, Instant now) {
        Optional<String> fault =
                CaseText.fault(repair.place(), NewRepair.TEXT_CHARS_MAX)
                        .or(() -> faultOfWhat(repair));
        if (fault.isPresent()) {
            return Verdict.refuse(fault.get());
        }
        if (known.findOpen(repair).isPresent()) {
            return Verdict.write();
        }
        if (known.openCount() >= RepairBook.OPEN_REPAIRS_MAX) {
            return Verdict.refuse("refused.cases.too-many-open");
        }
        return Verdict.write(
                new RepairEntry.Reported(
                        known.nextNumber(),
                        repair.compound(),
                        repair.place(),
                        repair.what(),
                        repair.fault(),
                        repair.seenAt().isAfter(now) ? now : repair.seenAt()));
    }

    private static Optional<String> faultOfWhat(NewRepair repair) {
        return repair.fault() == null
                ? CaseText.fault(repair.what(), NewRepair.TEXT_CHARS_MAX)
                : CaseText.faultOfOptional(repair.what(), NewRepair.TEXT_CHARS_MAX);
    }

    static Verdict accept(Repair repair, OperatorName by) {
        if (!fits(repair, Act.ACCEPT)) {
            return wrongState(repair);
        }
        return by.equals(repair.owner())
                ? Verdict.write()
                : Verdict.write(new RepairEntry.Accepted(repair.number()));
    }

    static Verdict begin(Repair repair, OperatorName by) {
        return byOwner(repair, by, Act.BEGIN, new RepairEntry.Begun(repair.number()));
    }

    static Verdict finish(Repair repair, OperatorName by, String note) {
        return CaseText.faultOfOptional(note, NewRepair.TEXT_CHARS_MAX)
                .map(Verdict::refuse)
                .orElseGet(() ->
                        byOwner(
                                repair,
                                by,
                                Act.FINISH,
                                new RepairEntry.Finished(repair.number(), note)));
    }

    static Verdict giveBack(Repair repair, OperatorName by, String why) {
        return CaseText.fault(why, NewRepair.TEXT_CHARS_MAX)
                .map(Verdict::refuse)
                .orElseGet(() ->
                        byOwner(
                                repair,
                                by,
                                Act.GIVE_BACK,
                                new RepairEntry.GivenBack(repair.number(), why)));
    }

    private static Verdict byOwner(Repair repair, OperatorName by, Act act, RepairEntry entry) {
        if (!fits(repair, act)) {
            return wrongState(repair);
        }
        return by.equals(repair.owner())
                ? Verdict.write(entry)
                : Verdict.refuse("refused.cases.not-owner");
    }

    static Verdict sendBack(Repair repair, OperatorName by, String why) {
        Optional<String> fault = CaseText.fault(why, NewRepair.TEXT_CHARS_MAX);
        if (fault.isPresent()) {
            return Verdict.refuse(fault.get());
        }
        if (!fits(repair, Act.SEND_BACK)) {
            return wrongState(repair);
        }
        return repair.workers().contains(by)
                ? Verdict.refuse("refused.cases.own-work")
                : Verdict.write(new RepairEntry.SentBack(repair.number(), why));
    }

    /// Somebody looked and it is mended. Never where a gate measures it, and never by one of those
    /// who did it.
    static Verdict check(Repair repair, OperatorName by, String note) {
        Optional<String> fault = CaseText.faultOfOptional(note, NewRepair.TEXT_CHARS_MAX);
        if (fault.isPresent()) {
            return Verdict.refuse(fault.get());
        }
        if (repair.isMeasured()) {
            return Verdict.refuse("refused.cases.measured");
        }
        if (repair.state() != RepairState.DONE) {
            return wrongState(repair);
        }
        return repair.workers().contains(by)
                ? Verdict.refuse("refused.cases.own-work")
                : close(repair, Closing.CHECKED, note);
    }

    /// Somebody looked and nothing is broken. Only while nobody has it in hand, and never by the
    /// one who reported it or by one who had it in hand before.
    static Verdict nothingToMend(Repair repair, OperatorName by, String why) {
        Optional<String> fault = CaseText.fault(why, NewRepair.TEXT_CHARS_MAX);
        if (fault.isPresent()) {
            return Verdict.refuse(fault.get());
        }
        if (repair.isMeasured()) {
            return Verdict.refuse("refused.cases.measured");
        }
        if (repair.state() != RepairState.REPORTED) {
            return wrongState(repair);
        }
        if (repair.workers().contains(by)) {
            return Verdict.refuse("refused.cases.own-work");
        }
        return repair.reportedBy().equals(by)
                ? Verdict.refuse("refused.cases.own-report")
                : close(repair, Closing.NOTHING_TO_MEND, why);
    }

    /// The gate measured that the fault is gone.
    static Verdict measured(Repair repair) {
        return repair.isMeasured() && fits(repair, Act.CLOSE)
                ? close(repair, Closing.MEASURED, "")
                : Verdict.write();
    }

    static Verdict picture(Repair repair, RepairEntry.Pictured pictured) {
        if (!repair.state().isOpen()) {
            return Verdict.refuse("refused.cases.repair-closed");
        }
        if (repair.pictures().stream().anyMatch(each -> each.digest().equals(pictured.picture()))) {
            return Verdict.write();
        }
        return repair.pictures().size() >= RepairBook.PICTURES_MAX
                ? Verdict.refuse("refused.cases.too-many-pictures")
                : Verdict.write(pictured);
    }

    static Verdict makeSlips(Repair repair, List<Sha256> codes) {
        if (codes.isEmpty() || codes.size() > RepairBook.SLIPS_ONCE_MAX) {
            return Verdict.refuse("refused.cases.slip-count");
        }
        return repair.votes().slips() + codes.size() > RepairBook.SLIPS_MAX
                ? Verdict.refuse("refused.cases.too-many-slips")
                : Verdict.write(new RepairEntry.SlipsMade(repair.number(), codes));
    }

    static Verdict rate(Repair repair, boolean hasSlip, int stars, Sha256 code) {
        if (!hasSlip) {
            return Verdict.refuse("refused.cases.slip-unknown");
        }
        if (repair.state() != RepairState.DONE && repair.state() != RepairState.CLOSED) {
            return Verdict.refuse("refused.cases.not-mended-yet");
        }
        return stars < 1 || stars > Repair.STARS_MAX
                ? Verdict.refuse("refused.cases.no-stars")
                : Verdict.write(new RepairEntry.Rated(repair.number(), stars, code));
    }

    private static Verdict close(Repair repair, Closing how, String note) {
        return Verdict.write(new RepairEntry.Closed(repair.number(), how, note));
    }

    private static boolean fits(Repair repair, Act act) {
        return repair.state().after(act).isPresent();
    }

    private static Verdict wrongState(Repair repair) {
        return Verdict.refuse(
                switch (repair.state()) {
                    case REPORTED -> "refused.cases.repair-waits";
                    case ACCEPTED, BEING_DONE -> "refused.cases.repair-in-hand";
                    case DONE -> "refused.cases.repair-done";
                    case CLOSED -> "refused.cases.repair-closed";
                });
    }
}
