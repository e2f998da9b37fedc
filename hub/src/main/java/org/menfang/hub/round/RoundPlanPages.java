package org.menfang.hub.round;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.qr.QrPicture;
import org.menfang.hub.rights.Right;
import org.menfang.hub.roster.DayText;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.wire.EventBody;

/// The pages on which a leader plans tours, prints codes and says whose card is whose.
public final class RoundPlanPages implements Section {
    private static final String PLAN = "/rounds/plan";
    private static final String TOUR = PLAN + "/tour/{tour}";
    private static final String NEW = "new";

    /// How far back a tap can be chosen.
    private static final Duration TAPS_MAX = Duration.ofHours(1);

    private final RoundBook desk;
    private final Desk board;
    private final Supplier<List<OperatorName>> team;

    public RoundPlanPages(RoundBook desk, Desk board, Supplier<List<OperatorName>> team) {
        this.desk = desk;
        this.board = board;
        this.team = team;
    }

    @Override
    public void addTo(PageTable table) {
        table.get(PLAN, Right.LEAD_SHIFT, this::plan);
        table.get(TOUR, Right.LEAD_SHIFT, this::edit);
        table.post(TOUR, Right.LEAD_SHIFT, this::save);
        table.post(TOUR + "/end", Right.LEAD_SHIFT, this::end);
        table.get(TOUR + "/code/{point}", Right.LEAD_SHIFT, this::code);
        table.post(TOUR + "/code/{point}", Right.LEAD_SHIFT, this::renew);
        table.post(PLAN + "/card", Right.LEAD_SHIFT, this::setCard);
    }

    public record TourRow(String path, String name, String points, String times) {}

    /// @param card empty where nobody said whose it is
    public record WalkerRow(String name, String card) {}

    /// A card that was tapped lately.
    public record TapRow(String value, String text) {}

    private Reply plan(Visit visit) {
        return Reply.show(
                "patrol/rounds-plan.jte",
                Map.of(
                        "tours",
                        desk.tours().stream().map(tour -> row(visit, tour)).toList(),
                        "walkers",
                        team.get().stream()
                                .map(who -> new WalkerRow(who.value(), desk.card(who).orElse("")))
                                .toList(),
                        "taps",
                        taps(visit)));
    }

    private static TourRow row(Visit visit, Tour tour) {
        return new TourRow(
                PLAN + "/tour/" + tour.id(),
                tour.name(),
                tour.points().stream().map(Checkpoint::name).collect(Collectors.joining(" → ")),
                tour.times().stream()
                        .map(time -> time.from() + " " + days(visit, time))
                        .collect(Collectors.joining("; ")));
    }

    private static String days(Visit visit, DueTime time) {
        return time.days().size() == DayOfWeek.values().length
                ? visit.text("patrol.daily")
                : time.days().stream()
                        .map(day -> visit.text("patrol.day." + day))
                        .collect(Collectors.joining(" "));
    }

    /// Each card once, the newest first.
    private List<TapRow> taps(Visit visit) {
        Instant oldest = visit.now().minus(TAPS_MAX);
        Map<String, TapRow> taps = new LinkedHashMap<>();
        for (LoggedEvent event : board.events(Long.MAX_VALUE, Desk.EVENTS_MAX)) {
            HolderId holder = holder(event.event().body());
            if (holder != null && event.heardAt().isAfter(oldest)) {
                String value = event.event().compound() + "/" + holder;
                String who = event.who();
                taps.putIfAbsent(
                        value,
                        new TapRow(
                                value,
                                DayText.time(event.heardAt(), visit.zone())
                                        + " "
                                        + event.where()
                                        + " "
                                        + (who == null ? holder : who)));
            }
        }
        return List.copyOf(taps.values());
    }

    private static @Nullable HolderId holder(EventBody body) {
        return switch (body) {
            case EventBody.AccessGranted granted -> granted.holder();
            case EventBody.AccessDenied denied -> denied.holder();
            default -> null;
        };
    }

    /// Readers and buttons that were used lately, as `gate/access-point`.
    private List<String> places() {
        return board.events(Long.MAX_VALUE, Desk.EVENTS_MAX).stream()
                .flatMap(event -> {
                    AccessPointId at = accessPoint(event.event().body());
                    return at == null
                            ? Stream.<String>empty()
                            : Stream.of(event.event().gate() + "/" + at);
                })
                .distinct()
                .sorted()
                .toList();
    }

    private static @Nullable AccessPointId accessPoint(EventBody body) {
        return switch (body) {
            case EventBody.AccessGranted granted -> granted.accessPoint();
            case EventBody.AccessDenied denied -> denied.accessPoint();
            case EventBody.ExitRequested exit -> exit.accessPoint();
            default -> null;
        };
    }

    private Optional<Tour> tour(Visit visit) {
        return desk.tour(visit.path("tour"));
    }

    private Reply edit(Visit visit) {
        Optional<Tour> tour = tour(visit);
        if (tour.isEmpty() && !visit.path("tour").equals(NEW)) {
            return new Reply.Refused(Problem.NO_SUCH_THING);
        }
        List<String> compounds =
                board.board().gates().stream()
                        .map(gate -> gate.compound().value())
                        .distinct()
                        .toList();
        return Reply.show(
                "patrol/tour.jte",
                Map.of(
                        "path", PLAN + "/tour/" + visit.path("tour"),
                        "fresh", tour.isEmpty(),
                        "name", tour.map(Tour::name).orElse(""),
                        "compounds", compounds,
                        "compound", tour.map(each -> each.compound().value()).orElse(""),
                        "anyOrder", tour.map(Tour::anyOrder).orElse(false),
                        "points", TourForm.points(tour.orElse(null)),
                        "times", TourForm.times(tour.orElse(null)),
                        "places", places()));
    }

    private Reply save(Visit visit) {
        Optional<Tour> before = tour(visit);
        if (before.isEmpty() && !visit.path("tour").equals(NEW)) {
            return new Reply.Refused(Problem.NO_SUCH_THING);
        }
        return TourForm.read(visit, before.orElse(null))
                .map(tour ->
                        Answering.to(
                                visit,
                                desk.plan(visit.who(), tour),
                                PLAN,
                                "said.patrol.saved",
                                this::edit))
                .orElseGet(() ->
                        Answering.to(
                                visit,
                                new Outcome.Refused("refused.patrol.point"),
                                PLAN,
                                "",
                                this::edit));
    }

    private Reply end(Visit visit) {
        return Answering.to(
                visit,
                desk.endTour(visit.who(), visit.path("tour")),
                PLAN,
                "said.patrol.saved",
                this::plan);
    }

    /// What a tag, a print or a screen shows.
    private Reply code(Visit visit) {
        Optional<Tour> tour = tour(visit);
        Optional<Checkpoint> point = tour.flatMap(each -> each.point(visit.path("point")));
        if (tour.isEmpty() || point.isEmpty() || !point.get().showsCode()) {
            return new Reply.Refused(Problem.NO_SUCH_THING);
        }
        String code = desk.codes().code(tour.get(), point.get(), visit.now());
        String path = "/rounds/at/" + tour.get().id() + "/" + point.get().id() + "/" + code;
        QrPicture picture = QrPicture.of(visit.address(path)).orElseThrow();
        return Reply.show(
                "patrol/code.jte",
                Map.of(
                        "name",
                        point.get().name(),
                        "code",
                        code,
                        "address",
                        visit.address(path),
                        "changes",
                        point.get().how() == How.QR,
                        "screen",
                        !visit.query("screen").isEmpty(),
                        "modules",
                        picture.modules(),
                        "svg",
                        picture.svgPath(),
                        "path",
                        PLAN + "/tour/" + tour.get().id() + "/code/" + point.get().id()));
    }

    private Reply renew(Visit visit) {
        return Answering.to(
                visit,
                desk.renewCodes(visit.who(), visit.path("tour"), visit.path("point")),
                PLAN + "/tour/" + visit.path("tour") + "/code/" + visit.path("point"),
                "said.patrol.renewed",
                this::code);
    }

    private Reply setCard(Visit visit) {
        try {
            OperatorName walker = new OperatorName(visit.field("walker"));
            String[] card = visit.field("card").split("/", -1);
            return Answering.to(
                    visit,
                    card.length == 2
                            ? desk.setCard(
                                    visit.who(),
                                    walker,
                                    new CompoundId(card[0]),
                                    new HolderId(card[1]))
                            : desk.clearCard(visit.who(), walker),
                    PLAN,
                    "said.patrol.saved",
                    this::plan);
        } catch (IllegalArgumentException e) {
            return new Reply.Refused(Problem.MALFORMED);
        }
    }
}
