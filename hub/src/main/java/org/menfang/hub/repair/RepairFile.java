package org.menfang.hub.repair;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Entry;
import org.menfang.hub.repair.Repair.StepKind;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// All entries about one repair, summed up.
final class RepairFile {
    private final int number;
    private final NewRepair what;
    private final OperatorName reportedBy;
    private final Instant reportedAt;
    private final Set<OperatorName> workers = new LinkedHashSet<>();
    private final List<Repair.Step> steps = new ArrayList<>();
    private final List<Repair.Picture> pictures = new ArrayList<>();
    private final Set<Sha256> slipsLeft = new HashSet<>();
    private RepairState state = RepairState.REPORTED;
    private Repair.Votes votes = Repair.Votes.NONE;
    private Instant changedAt;
    private @Nullable OperatorName owner;
    private @Nullable Closing closing;

    RepairFile(Entry entry, RepairEntry.Reported reported) {
        number = reported.number();
        what =
                new NewRepair(
                        reported.compound(),
                        reported.place(),
                        reported.what(),
                        reported.fault(),
                        reported.seenAt());
        reportedBy = entry.by();
        reportedAt = entry.at();
        changedAt = entry.at();
        step(entry, StepKind.REPORTED, "");
    }

    NewRepair what() {
        return what;
    }

    RepairState state() {
        return state;
    }

    boolean hasSlip(Sha256 code) {
        return slipsLeft.contains(code);
    }

    void take(Entry entry, RepairEntry change) {
        switch (change) {
            case RepairEntry.Reported _ ->
                    throw new IllegalStateException("repair " + number + " was reported before");
            case RepairEntry.Accepted _ -> {
                owner = entry.by();
                workers.add(entry.by());
                move(entry, RepairState.ACCEPTED, StepKind.ACCEPTED, "");
            }
            case RepairEntry.Begun _ -> move(entry, RepairState.BEING_DONE, StepKind.BEGUN, "");
            case RepairEntry.Finished(int _, String note) ->
                    move(entry, RepairState.DONE, StepKind.FINISHED, note);
            case RepairEntry.GivenBack(int _, String why) -> {
                owner = null;
                move(entry, RepairState.REPORTED, StepKind.GIVEN_BACK, why);
            }
            case RepairEntry.SentBack(int _, String why) ->
                    move(entry, RepairState.ACCEPTED, StepKind.SENT_BACK, why);
            case RepairEntry.Closed(int _, Closing how, String note) -> {
                closing = how;
                move(entry, RepairState.CLOSED, StepKind.CLOSED, note);
            }
            case RepairEntry.Pictured(int _, var when, Sha256 picture, Sha256 sent) -> {
                pictures.add(new Repair.Picture(entry.at(), entry.by(), when, picture, sent));
                step(entry, StepKind.PICTURED, "");
            }
            case RepairEntry.SlipsMade(int _, List<Sha256> codes) -> takeSlips(entry, codes);
            case RepairEntry.Rated(int _, int stars, Sha256 code) -> takeRating(entry, stars, code);
        }
    }

    private void takeSlips(Entry entry, List<Sha256> codes) {
        slipsLeft.addAll(codes);
        votes = new Repair.Votes(votes.slips() + codes.size(), votes.ratings(), votes.stars());
        step(entry, StepKind.SLIPS_MADE, String.valueOf(codes.size()));
    }

    private void takeRating(Entry entry, int stars, Sha256 code) {
        slipsLeft.remove(code);
        votes = new Repair.Votes(votes.slips(), votes.ratings() + 1, votes.stars() + stars);
        step(entry, StepKind.RATED, String.valueOf(stars));
    }

    private void move(Entry entry, RepairState next, StepKind kind, String text) {
        state = next;
        changedAt = entry.at();
        step(entry, kind, text);
    }

    private void step(Entry entry, StepKind kind, String text) {
        steps.add(new Repair.Step(entry.at(), entry.by(), kind, text));
    }

    Repair view() {
        return new Repair(
                number,
                what,
                reportedBy,
                reportedAt,
                state,
                owner,
                workers,
                steps,
                pictures,
                votes,
                closing,
                changedAt);
    }
}
