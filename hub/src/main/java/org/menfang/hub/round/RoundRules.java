package org.menfang.hub.round;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.menfang.hub.book.EntryBody;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.roster.FreeText;
import org.menfang.vocabulary.OperatorName;

/// Judges what people do with rounds.
final class RoundRules {
    /// How old what a phone tells may be.
    static final Duration ACT_AGE_MAX = Duration.ofHours(24);

    private final Rounds rounds;
    private final PointCodes codes;

    RoundRules(Rounds rounds, PointCodes codes) {
        this.rounds = rounds;
        this.codes = codes;
    }

    /// @param sent what a phone or a form sent
    Verdict judge(Instant now, OperatorName by, SentAct sent) {
        return known(now, sent.key(), sent.at())
                .orElseGet(() ->
                        rounds.round(sent.round())
                                .map(round -> judge(round, by, sent))
                                .orElseGet(() -> Verdict.refuse("refused.patrol.no-such-round")));
    }

    /// What becomes of an act whatever it says: of one that was taken already, or that happened too
    /// early or too late.
    private Optional<Verdict> known(Instant now, String key, Instant at) {
        if (!isKey(key)) {
            return Optional.of(Verdict.refuse("refused.patrol.key"));
        }
        if (rounds.isTaken(key)) {
            return Optional.of(new Verdict.Write(List.of()));
        }
        if (at.isAfter(now.plus(Round.CLOCKS_APART_MAX))) {
            return Optional.of(Verdict.refuse("refused.patrol.future"));
        }
        return at.isBefore(now.minus(ACT_AGE_MAX))
                ? Optional.of(Verdict.refuse("refused.patrol.old"))
                : Optional.empty();
    }

    private static boolean isKey(String key) {
        try {
            return UUID.fromString(key).toString().equals(key);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Verdict judge(Round round, OperatorName by, SentAct sent) {
        return switch (sent.kind()) {
            case BEGIN ->
                    write(
                            round,
                            new RoundAct.Begin(by, sent.at()),
                            new RoundEntry.RoundBegun(sent.key(), round.id(), sent.at()));
            case POINT -> reach(round, by, sent);
            case CHECK -> look(round, by, sent);
            case REPAIR -> report(round, by, sent);
            case END -> end(round, by, sent);
        };
    }

    private Verdict reach(Round round, OperatorName by, SentAct sent) {
        Optional<Checkpoint> point = round.tour().point(sent.point());
        if (point.isEmpty()) {
            return Verdict.refuse("refused.patrol.no-such-point");
        }
        if (point.get().isAtGate()) {
            return Verdict.refuse("refused.patrol.at-gate");
        }
        if (!isShown(round.tour(), point.get(), sent)) {
            return Verdict.refuse("refused.patrol.code");
        }
        How how = point.get().how();
        return write(
                round,
                new RoundAct.Reach(by, sent.at(), sent.point(), how),
                new RoundEntry.PointReached(
                        sent.key(), round.id(), by, sent.point(), sent.at(), how));
    }

    private boolean isShown(Tour tour, Checkpoint point, SentAct sent) {
        return switch (point.how()) {
            case READER -> false;
            case NFC, QR -> codes.isRight(tour, point, bare(sent.code()), sent.at());
            case BUTTON -> true;
        };
    }

    /// The code alone, where the whole address that a place shows was sent.
    private static String bare(String code) {
        return code.substring(code.lastIndexOf('/') + 1);
    }

    private Verdict look(Round round, OperatorName by, SentAct sent) {
        if (!FreeText.isSound(sent.text(), Round.NOTE_CHARS_MAX)) {
            return Verdict.refuse("refused.patrol.text");
        }
        return write(
                round,
                new RoundAct.LookAt(
                        by, sent.at(), sent.point(), sent.check(), sent.ok(), sent.text()),
                new RoundEntry.PointChecked(
                        sent.key(),
                        round.id(),
                        sent.point(),
                        sent.check(),
                        sent.ok(),
                        sent.text(),
                        sent.at()));
    }

    private Verdict report(Round round, OperatorName by, SentAct sent) {
        if (sent.text().isEmpty() || !FreeText.isSound(sent.text(), Round.NOTE_CHARS_MAX)) {
            return Verdict.refuse("refused.patrol.what");
        }
        return write(
                round,
                new RoundAct.Report(by, sent.at(), sent.point(), sent.text()),
                new RoundEntry.RepairReported(
                        sent.key(), round.id(), sent.point(), sent.text(), sent.at()));
    }

    private Verdict end(Round round, OperatorName by, SentAct sent) {
        if (!FreeText.isSound(sent.text(), Round.NOTE_CHARS_MAX)) {
            return Verdict.refuse("refused.patrol.text");
        }
        return write(
                round,
                new RoundAct.End(by, sent.at(), sent.text()),
                new RoundEntry.RoundEnded(sent.key(), round.id(), sent.at(), sent.text()));
    }

    Verdict photograph(Instant now, OperatorName by, RoundEntry.PictureKept kept) {
        return known(now, kept.key(), kept.at())
                .orElseGet(() ->
                        rounds.round(kept.round())
                                .map(round ->
                                        write(
                                                round,
                                                new RoundAct.Photograph(
                                                        by,
                                                        kept.at(),
                                                        kept.point(),
                                                        kept.picture()),
                                                kept))
                                .orElseGet(() -> Verdict.refuse("refused.patrol.no-such-round")));
    }

    static Verdict write(Round round, RoundAct act, EntryBody entry) {
        return switch (round.step(act)) {
            case Step.Taken(Round _) -> Verdict.write(entry);
            case Step.Known() -> new Verdict.Write(List.of());
            case Step.Refused(String key) -> Verdict.refuse(key);
        };
    }
}
