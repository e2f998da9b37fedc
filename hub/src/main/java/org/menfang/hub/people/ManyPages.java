package org.menfang.hub.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.GraveDesk;
import org.menfang.hub.rights.Right;
import org.menfang.rules.Holder;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.HolderKind;

/// Where it is proposed to put the cards of many people out of use, or in use again: first one sees
/// whom it would concern, then it waits for a second person.
public final class ManyPages implements Section {
    private static final String MANY = "/people/many";
    private static final String BLOCK = "block";

    /// Most names that are shown.
    private static final int ROWS_MAX = 100;

    private final PeopleOffice office;
    private final GraveDesk grave;

    /// Registers what it proposes.
    public ManyPages(PeopleOffice office, GraveDesk grave) {
        this.office = office;
        this.grave = grave;
        grave.register("people.many", ManyAct.class, office::block);
    }

    @Override
    public void addTo(PageTable table) {
        table.get(MANY, Right.KEEP_PEOPLE, this::show);
        table.grave(MANY, Right.KEEP_PEOPLE, this::propose);
    }

    private Optional<RuleSet> chosen(Visit visit) {
        String compound = visit.query("compound") + visit.field("compound");
        return office.newestOfAll().stream()
                .filter(each -> compound.isEmpty() || each.compound().value().equals(compound))
                .findFirst();
    }

    private Reply show(Visit visit) {
        return chosen(visit)
                .map(rules -> (Reply) Reply.show("people/many.jte", model(visit, rules)))
                .orElseGet(() -> Reply.show("people/none.jte", Map.of()));
    }

    private static boolean blocks(Visit visit) {
        return !(visit.query("what") + visit.field("what")).equals("use");
    }

    private Map<String, Object> model(Visit visit, RuleSet rules) {
        ManyChoice choice = ManyChoice.sent(visit);
        List<Holder> found = choice.of(rules, blocks(visit));
        PeopleList names = new PeopleList(rules, office.names());
        Map<String, Object> model = new HashMap<>();
        model.put(
                "compounds",
                office.newestOfAll().stream().map(each -> each.compound().value()).toList());
        model.put("compound", rules.compound().value());
        model.put("choice", choice);
        model.put("what", blocks(visit) ? BLOCK : "use");
        model.put("asked", !choice.isEmpty());
        model.put("count", found.size());
        model.put(
                "rows",
                found.stream()
                        .limit(ROWS_MAX)
                        .map(each -> names.nameOf(each.id()) + " " + each.id())
                        .toList());
        model.put("reason", visit.field("reason"));
        model.put("kinds", Choice.of(HolderKind.values(), "people.kind.", new Telling(visit)));
        model.put("alone", AloneADay.PEOPLE_MAX);
        return model;
    }

    private Reply propose(Visit visit) {
        return Answering.to(
                visit,
                chosen(visit)
                        .map(rules -> proposed(visit, rules))
                        .orElseGet(() -> new Outcome.Refused("refused.people.no-rules")),
                GraveDesk.PAGE,
                GraveDesk.PROPOSED,
                this::show);
    }

    private Outcome proposed(Visit visit, RuleSet rules) {
        String reason = visit.field("reason").strip();
        if (reason.isEmpty()
                || reason.length() > ManyAct.REASON_CHARS_MAX
                || reason.chars().anyMatch(Character::isISOControl)) {
            return new Outcome.Refused("refused.people.many-reason");
        }
        List<Holder> found = ManyChoice.sent(visit).of(rules, blocks(visit));
        if (found.isEmpty() || found.size() > ManyAct.HOLDERS_MAX) {
            return new Outcome.Refused("refused.people.many-whom");
        }
        return grave.propose(
                visit.who(),
                new ManyAct(
                        rules.compound(),
                        found.stream().map(Holder::id).toList(),
                        blocks(visit),
                        reason));
    }
}
