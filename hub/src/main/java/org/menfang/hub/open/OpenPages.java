package org.menfang.hub.open;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;
import org.menfang.vocabulary.CompoundId;

/// The public board: a page for every screen and one for the notice board at the gate.
public final class OpenPages implements Section {
    private static final String ROOT = "/open/board";

    private final FactReader facts;

    public OpenPages(FactReader facts) {
        this.facts = facts;
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(ROOT, "open.title", Right.SEE_BOARD));
    }

    @Override
    public void addTo(PageTable table) {
        table.openGet(ROOT, visit -> only(visit, "open/board.jte"));
        table.openGet(ROOT + "/print", visit -> only(visit, "open/print.jte"));
        table.openGet(ROOT + "/{compound}", visit -> one(visit, "open/board.jte"));
        table.openGet(ROOT + "/{compound}/print", visit -> one(visit, "open/print.jte"));
    }

    /// The sheet of the only compound, or a choice where there are several.
    private Reply only(Visit visit, String template) {
        List<CompoundId> all = facts.compounds();
        return all.size() == 1
                ? show(visit, template, all.getFirst())
                : Reply.show(
                        "open/choose.jte",
                        Map.of("compounds", all.stream().map(CompoundId::value).toList()));
    }

    private Reply one(Visit visit, String template) {
        return find(visit)
                .map(compound -> show(visit, template, compound))
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_PAGE));
    }

    private Optional<CompoundId> find(Visit visit) {
        String name = visit.path("compound");
        return facts.compounds().stream().filter(each -> each.value().equals(name)).findFirst();
    }

    private Reply show(Visit visit, String template, CompoundId compound) {
        Say say = new Say(visit::text, facts.zone(), facts.names());
        Sheet sheet = SheetMaker.make(say, compound, facts.live(compound, visit.now()));
        return Reply.show(template, Map.of("sheet", sheet));
    }
}
