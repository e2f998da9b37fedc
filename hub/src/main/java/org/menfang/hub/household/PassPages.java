package org.menfang.hub.household;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.menfang.hub.board.EventFinder;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;

/// What a visitor sees: the pass, its digits and a slip to print. Whoever has the address has the
/// pass; nobody needs an account.
public final class PassPages implements Section {
    static final String PASS = "/open/pass/";

    private static final String PAGE = PASS + "{secret}";

    private final HouseholdDesk desk;
    private final PassShow show;

    public PassPages(HouseholdDesk desk, EventFinder finder) {
        this.desk = desk;
        this.show = new PassShow(desk, finder);
    }

    @Override
    public void addTo(PageTable table) {
        table.openGet(PAGE, this::pass);
        table.openGet(PAGE + "/slip", this::slip);
    }

    private Reply pass(Visit visit) {
        String secret = visit.path("secret");
        return desk.behindPage(secret)
                .flatMap(pass -> show.view(pass, visit))
                .map(view ->
                        (Reply)
                                Reply.show(
                                        "household/pass.jte",
                                        Map.of(
                                                "pass",
                                                view,
                                                "slip",
                                                view.rotates() ? "" : PASS + secret + "/slip",
                                                "back",
                                                "")))
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_PAGE));
    }

    private Reply slip(Visit visit) {
        return desk.behindPage(visit.path("secret"))
                .flatMap(pass -> show.slip(pass, visit))
                .map(svg ->
                        (Reply)
                                new Reply.File(
                                        "pass.svg",
                                        "image/svg+xml",
                                        svg.getBytes(StandardCharsets.UTF_8),
                                        true))
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_PAGE));
    }
}
