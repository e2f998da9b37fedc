package org.menfang.hub.response;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Care;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.EntryBody;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.vocabulary.OperatorName;

/// The only way to do something about an alarm, beside acknowledging and resetting it.
public final class ResponseDesk {
    /// Longest reason for putting an alarm aside.
    public static final int WHY_CHARS_MAX = 80;

    /// Longest closing note.
    public static final int NOTE_CHARS_MAX = 500;

    /// Longest number of a repair.
    public static final int REPAIR_CHARS_MAX = 20;

    private final Book book;
    private final Responses responses;
    private final Supplier<Board> board;
    private final ShiftEnd shifts;
    private final WorkOrders orders;
    private final HelpCall helpCall;

    /// @param board the newest board, with the care of each alarm
    public ResponseDesk(
            Book book,
            Responses responses,
            Supplier<Board> board,
            ShiftEnd shifts,
            WorkOrders orders,
            HelpCall helpCall) {
        this.book = book;
        this.responses = responses;
        this.board = board;
        this.shifts = shifts;
        this.orders = orders;
        this.helpCall = helpCall;
    }

    /// "I go."
    ///
    /// @param takeOver whether it counts though somebody else goes already
    public Outcome claim(OperatorName by, AlarmRef alarm, boolean takeOver) {
        return act(
                by,
                alarm,
                (card, _) -> {
                    Care.Deed claim = care(alarm).claim();
                    if (claim == null || (takeOver && !claim.by().equals(by))) {
                        return write(card, new AlarmEntry.Claimed(alarm));
                    }
                    return claim.by().equals(by)
                            ? Verdict.write()
                            : Verdict.refuse("refused.alarms.claimed");
                });
    }

    /// "I am there."
    public Outcome arrive(OperatorName by, AlarmRef alarm) {
        return act(
                by,
                alarm,
                (card, _) -> {
                    Care.Deed there = care(alarm).onScene();
                    return there != null && there.by().equals(by)
                            ? Verdict.write()
                            : write(card, new AlarmEntry.Arrived(alarm));
                });
    }

    /// Calls everybody.
    public Outcome askHelp(OperatorName by, AlarmRef alarm) {
        Outcome outcome =
                act(
                        by,
                        alarm,
                        (card, _) ->
                                care(alarm).help() == null
                                        ? write(card, new AlarmEntry.HelpAsked(alarm))
                                        : Verdict.write());
        if (outcome instanceof Outcome.Done(List<?> entries) && !entries.isEmpty()) {
            find(alarm).ifPresent(helpCall::call);
        }
        return outcome;
    }

    /// Nothing was found. Where somebody may be in danger, somebody has to have looked.
    public Outcome findFalse(OperatorName by, AlarmRef alarm) {
        return act(
                by,
                alarm,
                (card, _) -> {
                    if (!CareRule.mayWait(card.kind()) && care(alarm).onScene() == null) {
                        return Verdict.refuse("refused.alarms.look-first");
                    }
                    return care(alarm).falseAlarm() == null
                            ? write(card, new AlarmEntry.FoundFalse(alarm))
                            : Verdict.write();
                });
    }

    /// Puts an alarm, and what else the same thing raises, aside for a while: never past the end of
    /// the shift.
    ///
    /// @param minutes none: until the end of the shift
    public Outcome shelve(OperatorName by, AlarmRef alarm, @Nullable Integer minutes, String why) {
        return act(
                by,
                alarm,
                (card, now) -> {
                    if (!CareRule.mayWait(card.kind())) {
                        return Verdict.refuse("refused.alarms.never-waits");
                    }
                    if (!isText(why, 1, WHY_CHARS_MAX)) {
                        return Verdict.refuse("refused.alarms.why");
                    }
                    if (minutes != null && minutes < 1) {
                        return Verdict.refuse("refused.alarms.minutes");
                    }
                    Instant end = shifts.shiftEnd(now);
                    Instant asked = minutes == null ? end : now.plus(Duration.ofMinutes(minutes));
                    Instant until = asked.isBefore(end) ? asked : end;
                    return write(card, new AlarmEntry.Shelved(Point.of(card), until, why));
                });
    }

    public Outcome unshelve(OperatorName by, Point point) {
        return book.decide(
                by,
                _ ->
                        responses.isShelved(point)
                                ? Verdict.write(new AlarmEntry.Unshelved(point))
                                : Verdict.write());
    }

    /// Says that a device waits for a repair: its alarms stand below until that is closed.
    ///
    /// @param repair the number of an open repair; empty: it is reported now
    public Outcome takeOutOfService(OperatorName by, AlarmRef alarm, String repair) {
        return takeOut(by, alarm, repair.isEmpty() ? order(by, alarm) : repair);
    }

    private String order(OperatorName by, AlarmRef alarm) {
        return find(alarm)
                .filter(card -> CareRule.mayWait(card.kind()))
                .flatMap(card -> orders.order(by, card))
                .orElse("");
    }

    private Outcome takeOut(OperatorName by, AlarmRef alarm, String repair) {
        return act(
                by,
                alarm,
                (card, _) -> {
                    if (!CareRule.mayWait(card.kind())) {
                        return Verdict.refuse("refused.alarms.never-waits");
                    }
                    if (!isText(repair, 1, REPAIR_CHARS_MAX) || !orders.isOpen(repair)) {
                        return Verdict.refuse("refused.alarms.no-such-repair");
                    }
                    return write(card, new AlarmEntry.TakenOutOfService(Point.of(card), repair));
                });
    }

    public Outcome putBackInService(OperatorName by, Point point) {
        return book.decide(
                by,
                _ ->
                        responses.isOutOfService(point)
                                ? Verdict.write(new AlarmEntry.PutBackInService(point))
                                : Verdict.write());
    }

    /// Writes the closing note of an alarm that may be reset now. The reset is an act of its own.
    ///
    /// @param note may be empty where the cause says enough
    public Outcome close(OperatorName by, AlarmRef alarm, CloseCause cause, String note) {
        return act(
                by,
                alarm,
                (card, _) -> {
                    if (!card.isAnswered()) {
                        return Verdict.refuse("refused.alarms.acknowledge-first");
                    }
                    if (card.isCauseThere()) {
                        return Verdict.refuse("refused.alarms.cause-there");
                    }
                    if (!isText(note, needsNote(cause) ? 1 : 0, NOTE_CHARS_MAX)) {
                        return Verdict.refuse("refused.alarms.note");
                    }
                    return write(card, new AlarmEntry.Closed(alarm, cause, note));
                });
    }

    /// Whether a cause says too little without a note.
    public static boolean needsNote(CloseCause cause) {
        return switch (cause) {
            case OFFENCE, EMERGENCY, OTHER -> true;
            case MISTAKE, WORK, FAULT, NATURE, EXERCISE, FALSE_ALARM -> false;
        };
    }

    private Outcome act(
            OperatorName by, AlarmRef alarm, BiFunction<AlarmCard, Instant, Verdict> judge) {
        return book.decide(
                by,
                now ->
                        find(alarm)
                                .map(card -> judge.apply(card, now))
                                .orElseGet(() -> Verdict.refuse("refused.alarms.gone")));
    }

    private Optional<AlarmCard> find(AlarmRef alarm) {
        return board.get().alarms().stream().filter(card -> card.ref().equals(alarm)).findFirst();
    }

    private Care care(AlarmRef alarm) {
        return responses.find(alarm).map(Case::care).orElse(Care.NONE);
    }

    /// Somebody may be faster than the watch that notices new alarms.
    private Verdict write(AlarmCard card, AlarmEntry fact) {
        List<EntryBody> bodies = new ArrayList<>();
        if (responses.find(card.ref()).isEmpty()) {
            bodies.add(AlarmWatch.noticed(card));
        }
        bodies.add(fact);
        return new Verdict.Write(bodies);
    }

    private static boolean isText(String text, int charsMin, int charsMax) {
        return text.length() >= charsMin
                && text.length() <= charsMax
                && (charsMin == 0 || !text.isBlank())
                && text.chars().noneMatch(Character::isISOControl);
    }
}
