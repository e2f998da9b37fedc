package org.menfang.hub.household;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.menfang.hub.board.EventFinder;
import org.menfang.hub.board.EventSearch;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.people.Telling;
import org.menfang.hub.rights.Right;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.PassId;
import org.menfang.wire.EventBody;

/// What a household sees: its own entries and passes, and nobody else's. It comes by a link from
/// the committee, or signed in.
public final class HomePages implements Section {
    static final String LINK = "/open/home/";

    private static final String BY_LINK = LINK + "{secret}";
    private static final String BY_ACCOUNT = "/household";
    private static final Duration SHOWN = Duration.ofDays(30);
    private static final int ENTRIES_MAX = 300;

    private final HouseholdDesk desk;
    private final EventFinder finder;
    private final PassShow show;

    public HomePages(HouseholdDesk desk, EventFinder finder) {
        this.desk = desk;
        this.finder = finder;
        this.show = new PassShow(desk, finder);
    }

    /// A visit of a household.
    ///
    /// @param path where its pages begin
    /// @param by who acts
    private record Room(Visit visit, Home home, String path, OperatorName by) {}

    private interface RoomHandler {
        Reply answer(Room room);
    }

    @Override
    public void addTo(PageTable table) {
        table.openGet(BY_LINK, visit -> byLink(visit, this::home));
        table.openPost(BY_LINK + "/pass", visit -> byLink(visit, this::makePass));
        table.openGet(BY_LINK + "/pass/{pass}", visit -> byLink(visit, this::pass));
        table.openPost(BY_LINK + "/take-back", visit -> byLink(visit, this::takeBack));
        Right own = Right.OWN_HOUSEHOLD;
        table.get(BY_ACCOUNT, own, visit -> byAccount(visit, this::home));
        table.post(BY_ACCOUNT + "/pass", own, visit -> byAccount(visit, this::makePass));
        table.get(BY_ACCOUNT + "/pass/{pass}", own, visit -> byAccount(visit, this::pass));
        table.post(BY_ACCOUNT + "/take-back", own, visit -> byAccount(visit, this::takeBack));
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(BY_ACCOUNT, "household.title", Right.OWN_HOUSEHOLD));
    }

    private Reply byLink(Visit visit, RoomHandler handler) {
        String secret = visit.path("secret");
        return desk.behindLink(secret)
                .map(home ->
                        handler.answer(
                                new Room(visit, home, LINK + secret, HouseholdDesk.actor(home))))
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_PAGE));
    }

    private Reply byAccount(Visit visit, RoomHandler handler) {
        return desk.ofAccount(visit.who())
                .map(home -> handler.answer(new Room(visit, home, BY_ACCOUNT, visit.who())))
                .orElseGet(() -> Reply.show("household/unbound.jte", Map.of()));
    }

    private Reply home(Room room) {
        Optional<RuleSet> rules = desk.newest(room.home().compound());
        if (rules.isEmpty()) {
            return new Reply.Refused(Problem.NO_SUCH_PAGE);
        }
        Telling telling = new Telling(room.visit());
        Map<String, Object> model = new HashMap<>();
        model.put("path", room.path());
        model.put("household", room.home().household().value());
        model.put("entries", entries(room, telling));
        model.put(
                "passes",
                show.lines(
                        room.home().compound(),
                        desk.passesOf(room.home()),
                        room.path() + "/pass/",
                        telling));
        model.put("openMax", HouseholdDesk.OPEN_PASSES_MAX);
        VisitForm.offer(rules.get(), telling, model);
        return Reply.show("household/home.jte", model);
    }

    private List<EntryLine> entries(Room room, Telling telling) {
        Set<HolderId> members = desk.members(room.home());
        if (members.isEmpty()) {
            return List.of();
        }
        Instant since = room.visit().now().minus(SHOWN);
        return finder
                .find(
                        new EventSearch.OfHolders(room.home().compound(), since, members),
                        ENTRIES_MAX)
                .stream()
                .map(logged -> line(logged, telling))
                .toList();
    }

    private static EntryLine line(LoggedEvent logged, Telling telling) {
        EventBody body = logged.event().body();
        boolean good = body instanceof EventBody.AccessGranted;
        String what =
                body instanceof EventBody.AccessDenied denied
                        ? telling.text("household.denied") + telling.text("deny." + denied.reason())
                        : telling.text("household.granted");
        return new EntryLine(
                telling.time(logged.event().time()),
                logged.who() == null ? "" : logged.who(),
                logged.where(),
                what,
                good);
    }

    private Reply makePass(Room room) {
        Optional<VisitForm> form = VisitForm.sent(room.visit());
        HouseholdDesk.Made made =
                form.isEmpty()
                        ? new HouseholdDesk.Made(new Outcome.Refused("refused.household.form"), "")
                        : desk.makePass(
                                room.by(),
                                room.home().compound(),
                                room.home(),
                                form.get().plan(),
                                form.get().from());
        return Answering.to(
                room.visit(),
                made.outcome(),
                PassPages.PASS + made.secret(),
                "said.household.pass-made",
                _ -> home(room));
    }

    private Reply pass(Room room) {
        return passId(room.visit().path("pass"))
                .flatMap(desk::pass)
                .filter(pass -> pass.isOf(room.home()))
                .flatMap(pass -> show.view(pass, room.visit()))
                .map(view ->
                        (Reply)
                                Reply.show(
                                        "household/pass.jte",
                                        Map.of("pass", view, "slip", "", "back", room.path())))
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
    }

    private Reply takeBack(Room room) {
        Outcome outcome =
                passId(room.visit().field("pass"))
                        .map(pass -> desk.takeBack(room.by(), room.home(), pass))
                        .orElse(new Outcome.Refused("refused.household.no-pass"));
        return Answering.to(
                room.visit(), outcome, room.path(), "said.household.taken-back", _ -> home(room));
    }

    static Optional<PassId> passId(String text) {
        try {
            return Optional.of(new PassId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
