package org.menfang.hub.escalation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Care;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.EntryBody;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.notify.Notice;
import org.menfang.hub.notify.Teller;
import org.menfang.hub.office.Timed;
import org.menfang.hub.page.Language;
import org.menfang.hub.response.AlarmEntry;
import org.menfang.hub.response.AlarmWatch;
import org.menfang.hub.response.HelpCall;
import org.menfang.hub.response.Point;
import org.menfang.hub.response.Responses;
import org.menfang.hub.response.WorkOrders;
import org.menfang.hub.roster.OnCall;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Priority;

/// Watches the board once a second: writes down what became of alarms, calls people to those that
/// nobody answers, and orders the repair of what chatters.
public final class CallOut implements Timed, HelpCall {
    /// What nobody could be told within this is no call any more: the next step has come.
    static final Duration CALL_USED_FOR = Duration.ofMinutes(15);

    private final Book book;
    private final Responses responses;
    private final AlarmWatch watch;
    private final RaiseCount raises = new RaiseCount();
    private final Supplier<Board> board;
    private final Parts parts;
    private final CallTexts texts;

    /// What it stands on beside the book and the board.
    ///
    /// @param texts a text of one language by its key
    public record Parts(
            OnCall onCall,
            Teller teller,
            WorkOrders orders,
            InstantSource clock,
            ZoneId zone,
            BiFunction<Language, String, String> texts) {}

    /// @param board the newest board, with the care of each alarm
    public CallOut(Book book, Responses responses, Supplier<Board> board, Parts parts) {
        this.book = book;
        this.responses = responses;
        this.watch = new AlarmWatch(responses, parts.orders());
        this.board = board;
        this.parts = parts;
        this.texts = new CallTexts(parts.texts()::apply, parts.zone());
    }

    @Override
    public void tick(Instant now) {
        if (board.get().version() == 0) {
            // The loop has not read its store yet.
            return;
        }
        writeDown(() -> watch.follow(board.get(), now));
        List<AlarmEntry> counted = raises.follow(board.get(), book.read(responses::sheet), now);
        writeDown(() -> counted);
        counted.forEach(this::order);
        callPeople(now);
    }

    /// The hub writes only while the book is as it was looked at.
    private void writeDown(Supplier<List<AlarmEntry>> facts) {
        book.decide(Book.HUB, _ -> new Verdict.Write(List.<EntryBody>copyOf(facts.get())));
    }

    /// What begins to chatter gets one repair.
    private void order(AlarmEntry fact) {
        if (fact instanceof AlarmEntry.ChatterBegan(Point point)) {
            board.get().alarms().stream()
                    .filter(card -> Point.of(card).equals(point))
                    .findFirst()
                    .ifPresent(card -> parts.orders().order(Book.HUB, card));
        }
    }

    /// Told first and written down then: a hub that ends in between tells twice, and never not.
    private void callPeople(Instant now) {
        Board shown = board.get();
        List<Escalation.Due> due = book.read(() -> Escalation.due(shown, this::since, now));
        List<AlarmEntry> told = new ArrayList<>();
        for (Escalation.Due call : due) {
            List<OperatorName> to = Contacts.of(call.step(), parts.onCall(), now);
            tell(shown, call, to, now);
            told.add(new AlarmEntry.Escalated(call.card().ref(), call.step(), to));
        }
        writeDown(() -> told);
    }

    private Optional<Instant> since(AlarmRef alarm) {
        return responses.unansweredSince(alarm);
    }

    private void tell(Board shown, Escalation.Due call, List<OperatorName> to, Instant now) {
        String key =
                switch (call.step()) {
                    case NONE -> throw new IllegalStateException("nobody is called at no step");
                    case FIRST -> "alarms.call.FIRST";
                    case NEXT -> "alarms.call.NEXT";
                    case EVERYONE -> "alarms.call.EVERYONE";
                };
        boolean urgent = call.card().kind().priority() != Priority.LOW;
        boolean group =
                to.isEmpty()
                        || call.step() == Care.Step.EVERYONE
                        || (call.step() == Care.Step.FIRST && urgent);
        if (group) {
            parts.teller().tell(notice(shown, call, key, List.of(), now));
        }
        if (!to.isEmpty()) {
            parts.teller().tell(notice(shown, call, key, to, now));
        }
    }

    private Notice notice(
            Board shown, Escalation.Due call, String key, List<OperatorName> to, Instant now) {
        boolean urgent = call.card().kind().priority() != Priority.LOW;
        return new Notice(
                CallTexts.topic(call.card(), call.step().name(), to),
                urgent ? Notice.Urgency.ALARM : Notice.Urgency.CALL,
                texts.call(Language.ZH, key, shown, call.card(), call.folded()),
                texts.call(Language.EN, key, shown, call.card(), call.folded()),
                to,
                now.plus(CALL_USED_FOR));
    }

    @Override
    public void call(AlarmCard card) {
        Instant now = parts.clock().instant();
        tellHelp(card, List.of(), now);
        List<OperatorName> everybody = parts.onCall().everybody();
        if (!everybody.isEmpty()) {
            tellHelp(card, everybody, now);
        }
    }

    private void tellHelp(AlarmCard card, List<OperatorName> to, Instant now) {
        Board shown = board.get();
        parts.teller()
                .tell(
                        new Notice(
                                CallTexts.topic(card, "help", to),
                                Notice.Urgency.ALARM,
                                texts.call(Language.ZH, "alarms.call.help", shown, card, 1),
                                texts.call(Language.EN, "alarms.call.help", shown, card, 1),
                                to,
                                now.plus(CALL_USED_FOR)));
    }
}
