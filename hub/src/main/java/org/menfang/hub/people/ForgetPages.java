package org.menfang.hub.people;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.GraveDesk;
import org.menfang.hub.rights.Right;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.Name;

/// Where it is proposed to forget people: those who have left, and those who ask for it.
public final class ForgetPages implements Section {
    private static final String FORGET = "/people/forget";

    /// Most people who are shown; once they are forgotten, the next ones are.
    private static final int ROWS_MAX = 100;

    private final PeopleOffice office;
    private final Forgetting forgetting;

    public ForgetPages(PeopleOffice office, Forgetting forgetting) {
        this.office = office;
        this.forgetting = forgetting;
    }

    @Override
    public void addTo(PageTable table) {
        table.get(FORGET, Right.KEEP_PEOPLE, this::show);
        table.grave(FORGET, Right.KEEP_PEOPLE, this::propose);
    }

    private Optional<RuleSet> chosen(Visit visit) {
        String compound = visit.query("compound") + visit.field("compound");
        return office.newestOfAll().stream()
                .filter(each -> compound.isEmpty() || each.compound().value().equals(compound))
                .findFirst();
    }

    private Reply show(Visit visit) {
        return chosen(visit)
                .map(rules -> (Reply) Reply.show("people/forget.jte", model(visit, rules)))
                .orElseGet(() -> Reply.show("people/none.jte", Map.of()));
    }

    private Map<String, Object> model(Visit visit, RuleSet rules) {
        Telling telling = new Telling(visit);
        String wanted = visit.query("holder");
        Map<String, Object> model = new HashMap<>();
        model.put(
                "compounds",
                office.newestOfAll().stream().map(each -> each.compound().value()).toList());
        model.put("compound", rules.compound().value());
        model.put(
                "rows",
                forgetting.leavers(rules).stream()
                        .limit(ROWS_MAX)
                        .map(each -> row(each, wanted, telling))
                        .toList());
        model.put("number", wanted);
        model.put("reasons", Choice.of(PeopleEntry.Reason.values(), "people.forget.", telling));
        model.put("most", ForgetAct.HOLDERS_MAX);
        return model;
    }

    private static LeaverRow row(Leaver leaver, String wanted, Telling telling) {
        return new LeaverRow(
                leaver.holder().value(),
                leaver.name(),
                leaver.household(),
                leaver.endedAt() == null
                        ? telling.text("people.forget.long-ago")
                        : telling.text("people.forget.since", "day", telling.day(leaver.endedAt())),
                leaver.holder().value().equals(wanted));
    }

    private Reply propose(Visit visit) {
        Optional<RuleSet> rules = chosen(visit);
        Optional<PeopleEntry.Reason> reason =
                Arrays.stream(PeopleEntry.Reason.values())
                        .filter(each -> each.name().equals(visit.field("reason")))
                        .findFirst();
        List<String> numbers =
                Stream.concat(
                                visit.fields("holder").stream(),
                                Stream.of(visit.field("number").strip()))
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .toList();
        if (rules.isEmpty() || reason.isEmpty() || !numbers.stream().allMatch(Name::isValid)) {
            return Answering.to(
                    visit,
                    new Outcome.Refused("refused.people.forget-whom"),
                    FORGET,
                    "",
                    this::show);
        }
        ForgetAct act =
                new ForgetAct(
                        rules.get().compound(),
                        numbers.stream().map(HolderId::new).toList(),
                        reason.get());
        return Answering.to(
                visit,
                forgetting.propose(visit.who(), act),
                GraveDesk.PAGE,
                GraveDesk.PROPOSED,
                this::show);
    }
}
