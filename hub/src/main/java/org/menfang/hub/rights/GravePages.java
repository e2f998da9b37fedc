package org.menfang.hub.rights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Times;
import org.menfang.hub.page.Visit;
import org.menfang.vocabulary.OperatorName;

/// The page on which grave acts wait for the second person.
public final class GravePages implements Section {
    private static final int CLOSED_SHOWN_MAX = 50;

    private final GraveBook desk;

    public GravePages(GraveBook desk) {
        this.desk = desk;
    }

    @Override
    public void addTo(PageTable table) {
        table.get(GraveDesk.PAGE, Right.SEE_BOARD, this::show);
        table.grave(GraveDesk.PAGE + "/{number}/confirm", Right.SEE_BOARD, this::confirm);
        table.post(GraveDesk.PAGE + "/{number}/refuse", Right.SEE_BOARD, this::refuse);
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(GraveDesk.PAGE, "rights.two-persons", Right.SEE_BOARD));
    }

    private Reply show(Visit visit) {
        return Reply.show(
                "rights/two-persons.jte",
                Map.of(
                        "waiting",
                        desk.waiting(visit.who(), visit.now()).stream()
                                .map(each -> waiting(visit, each))
                                .toList(),
                        "closed",
                        desk.closed(CLOSED_SHOWN_MAX).stream()
                                .map(each -> closed(visit, each))
                                .toList()));
    }

    /// An act that waits.
    ///
    /// @param until when it expires
    /// @param own whether the visitor has proposed it and can take it back
    /// @param whyNot why the visitor cannot confirm it; empty if the visitor can
    public record WaitingRow(
            int number,
            String kind,
            String subject,
            String by,
            String at,
            String until,
            boolean own,
            String whyNot) {}

    private static WaitingRow waiting(Visit visit, GraveBook.Waiting each) {
        GraveCase act = each.act();
        return new WaitingRow(
                act.number(),
                visit.text("rights.kind." + act.kind()),
                subject(visit, act),
                act.proposedBy().value(),
                Times.minute(act.proposedAt(), visit.zone()),
                Times.minute(act.until(), visit.zone()),
                act.proposedBy().equals(visit.who()),
                each.whyNot().map(visit::text).orElse(""));
    }

    /// An act that does not wait any more.
    ///
    /// @param good whether it was done
    /// @param decidedBy empty where nobody decided
    /// @param why empty where there is nothing to say
    public record ClosedRow(
            int number,
            String kind,
            String subject,
            String by,
            String at,
            String state,
            boolean good,
            boolean confirmed,
            String decidedBy,
            String decidedAt,
            String why) {}

    private static ClosedRow closed(Visit visit, GraveCase act) {
        OperatorName decider = act.decidedBy();
        return new ClosedRow(
                act.number(),
                visit.text("rights.kind." + act.kind()),
                subject(visit, act),
                act.proposedBy().value(),
                Times.minute(act.proposedAt(), visit.zone()),
                visit.text("rights.state." + act.state()),
                act.state() == GraveCase.State.DONE,
                act.state() != GraveCase.State.REFUSED && decider != null,
                decider == null ? "" : decider.value(),
                act.decidedAt() == null ? "" : Times.minute(act.decidedAt(), visit.zone()),
                act.state() == GraveCase.State.NOT_POSSIBLE ? visit.text(act.why()) : act.why());
    }

    private static String subject(Visit visit, GraveCase act) {
        return switch (visit.language()) {
            case ZH -> act.subject();
            case EN -> act.subjectEn();
        };
    }

    private Reply confirm(Visit visit) {
        return decide(visit, number -> desk.confirm(visit.who(), number), "said.rights.confirmed");
    }

    private Reply refuse(Visit visit) {
        return decide(
                visit,
                number -> desk.refuse(visit.who(), number, visit.field("reason")),
                "said.rights.refused");
    }

    private interface Decision {
        Outcome on(int number);
    }

    private Reply decide(Visit visit, Decision decision, String saidKey) {
        Optional<Integer> number = number(visit.path("number"));
        return number.isEmpty()
                ? new Reply.Refused(Problem.NO_SUCH_THING)
                : Answering.to(
                        visit, decision.on(number.get()), GraveDesk.PAGE, saidKey, this::show);
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[1-9][0-9]{0,8}")
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }
}
