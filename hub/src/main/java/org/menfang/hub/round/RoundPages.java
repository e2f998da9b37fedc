package org.menfang.hub.round;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.cases.CasePictures;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;
import org.menfang.hub.roster.DayText;
import org.menfang.hub.roster.FreeText;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// The pages on which rounds are walked without a script.
public final class RoundPages implements Section {
    private static final String PAGE = "/rounds";
    private static final String WALK = PAGE + "/walk/{round}";
    private static final Duration BACK_MAX = Duration.ofHours(24);

    private final RoundBook desk;
    private final CasePictures pictures;

    public RoundPages(RoundBook desk, CasePictures pictures) {
        this.desk = desk;
        this.pictures = pictures;
    }

    @Override
    public void addTo(PageTable table) {
        table.get(PAGE, Right.SEE_BOARD, this::list);
        table.get(WALK, Right.SEE_BOARD, this::walk);
        table.post(WALK + "/act", Right.WALK_ROUNDS, this::act);
        table.post(WALK + "/picture", Right.WALK_ROUNDS, this::photograph);
        table.get(PAGE + "/pictures/{sha256}", Right.SEE_BOARD, this::picture);
        table.get(PAGE + "/at/{tour}/{point}/{code}", Right.WALK_ROUNDS, this::at);
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(PAGE, "patrol.rounds", Right.SEE_BOARD));
    }

    /// @param state as its word
    /// @param sign which sign goes with the state: `good`, `warn`, `bad`, `plain`
    /// @param reached how many places of all
    public record RoundCard(
            String path,
            String name,
            String due,
            String state,
            String sign,
            String walker,
            String reached) {}

    private Reply list(Visit visit) {
        Instant now = visit.now();
        List<Round> known = desk.since(now.minus(BACK_MAX));
        return Reply.show(
                "patrol/rounds.jte",
                Map.of(
                        "open",
                        cards(visit, known.stream().filter(round -> !round.isOver())),
                        "upcoming",
                        cards(visit, desk.upcoming(now, now.plus(RoundApi.AHEAD_MAX)).stream()),
                        "over",
                        cards(visit, known.reversed().stream().filter(Round::isOver)),
                        "walks",
                        visit.may(Right.WALK_ROUNDS),
                        "plans",
                        visit.may(Right.LEAD_SHIFT)));
    }

    private static List<RoundCard> cards(Visit visit, Stream<Round> rounds) {
        return rounds.map(round -> card(visit, round)).toList();
    }

    private static RoundCard card(Visit visit, Round round) {
        int all = round.tour().points().size();
        boolean whole = round.missing().isEmpty();
        return new RoundCard(
                PAGE + "/walk/" + round.id(),
                round.tour().name(),
                DayText.at(visit, round.from()) + " – " + DayText.time(round.to(), visit.zone()),
                visit.text("patrol.round." + RoundApi.state(round)),
                switch (RoundApi.state(round)) {
                    case DUE -> "plain";
                    case WALKING -> "warn";
                    case ENDED -> whole ? "good" : "bad";
                    case MISSED -> "bad";
                },
                round.walker().map(OperatorName::value).orElse(""),
                all - round.missing().size() + " / " + all);
    }

    /// A place of a round.
    ///
    /// @param how what to do there
    /// @param takesCode whether a code is typed; else a button tells that one is there, or the gate
    ///   does
    /// @param atGate whether the gate tells it
    /// @param reached when; empty while nobody was there
    public record PointCard(
            String id,
            String name,
            String how,
            boolean takesCode,
            boolean atGate,
            String reached,
            boolean outOfOrder,
            List<CheckRow> checks,
            List<String> pictures,
            List<String> repairs) {}

    /// @param found as its word; empty until somebody looked
    public record CheckRow(String id, String text, String found, boolean ok, String note) {}

    private Reply walk(Visit visit) {
        return round(visit)
                .map(round -> walk(visit, round))
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
    }

    private Optional<Round> round(Visit visit) {
        String id = visit.path("round");
        Instant now = visit.now();
        return desk.round(id)
                .or(() ->
                        desk.upcoming(now, now.plus(RoundApi.AHEAD_MAX)).stream()
                                .filter(each -> each.id().equals(id))
                                .findFirst());
    }

    private static Reply walk(Visit visit, Round round) {
        boolean mine = round.walker().filter(visit.who()::equals).isPresent();
        boolean walking = round.phase() instanceof Round.Phase.Walking;
        boolean due =
                !(round.phase() instanceof Round.Phase.Ended)
                        && !walking
                        && !round.from().isAfter(visit.now())
                        && !round.to().isBefore(visit.now());
        String reason = round.phase() instanceof Round.Phase.Ended ended ? ended.reason() : "";
        return Reply.show(
                "patrol/walk.jte",
                Map.of(
                        "round",
                        card(visit, round),
                        "points",
                        round.tour().points().stream()
                                .map(point -> point(visit, round, point))
                                .toList(),
                        "mayBegin",
                        due && visit.may(Right.WALK_ROUNDS),
                        "mayAct",
                        mine && walking,
                        "missing",
                        round.missing().size(),
                        "reason",
                        reason,
                        "anyOrder",
                        round.tour().anyOrder(),
                        "key",
                        UUID.randomUUID().toString()));
    }

    private static PointCard point(Visit visit, Round round, Checkpoint point) {
        Round.Reached reached = round.reached().get(point.id());
        return new PointCard(
                point.id(),
                point.name(),
                visit.text("patrol.how." + point.how() + (point.isAtGate() ? ".gate" : "")),
                point.showsCode(),
                point.isAtGate(),
                reached == null ? "" : DayText.time(reached.at(), visit.zone()),
                round.isOutOfOrder(point),
                point.checks().stream().map(check -> check(visit, round, point, check)).toList(),
                round.photos().stream()
                        .filter(photo -> photo.point().equals(point.id()))
                        .map(photo -> PAGE + "/pictures/" + photo.picture())
                        .toList(),
                round.reports().stream()
                        .filter(report -> report.point().equals(point.id()))
                        .map(Round.Reported::what)
                        .toList());
    }

    private static CheckRow check(Visit visit, Round round, Checkpoint point, Check check) {
        Round.Looked looked = round.looked().get(new Round.Looked.At(point.id(), check.id()));
        return looked == null
                ? new CheckRow(check.id(), check.text(), "", false, "")
                : new CheckRow(
                        check.id(),
                        check.text(),
                        visit.text(looked.ok() ? "patrol.check.ok" : "patrol.check.bad"),
                        looked.ok(),
                        looked.note());
    }

    private Reply act(Visit visit) {
        Optional<SentAct.Kind> kind =
                Stream.of(SentAct.Kind.values())
                        .filter(each -> each.name().equals(visit.field("kind")))
                        .findFirst();
        if (kind.isEmpty()) {
            return new Reply.Refused(Problem.MALFORMED);
        }
        SentAct sent =
                new SentAct(
                        key(visit),
                        visit.now(),
                        kind.get(),
                        visit.path("round"),
                        visit.field("point"),
                        visit.field("check"),
                        visit.field("ok").equals("yes"),
                        visit.field("code"),
                        FreeText.onOneLine(visit.field("text")));
        return Answering.to(
                visit,
                desk.act(visit.who(), sent),
                PAGE + "/walk/" + visit.path("round"),
                "said.patrol." + kind.get(),
                this::walk);
    }

    /// One for each button of a page, so that pressing it twice is one act, and going back in the
    /// browser and pressing another is two.
    private static String key(Visit visit) {
        String act =
                Stream.of("key", "kind", "point", "check", "ok", "text")
                        .map(visit::field)
                        .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(act.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Reply photograph(Visit visit) {
        Outcome outcome =
                visit.upload("picture")
                        .map(upload -> photograph(visit, upload))
                        .orElseGet(() -> new Outcome.Refused("refused.patrol.no-picture"));
        return Answering.to(
                visit,
                outcome,
                PAGE + "/walk/" + visit.path("round"),
                "said.patrol.pictured",
                this::walk);
    }

    private Outcome photograph(Visit visit, Visit.Upload upload) {
        return switch (pictures.keep(upload.bytes())) {
            case CasePictures.Keeping.Refused(String key) -> new Outcome.Refused(key);
            case CasePictures.Keeping.Kept(Sha256 picture, Sha256 _) ->
                    desk.photograph(
                            visit.who(),
                            UUID.randomUUID().toString(),
                            visit.path("round"),
                            visit.field("point"),
                            picture,
                            visit.now());
        };
    }

    private Reply picture(Visit visit) {
        return digest(visit.path("sha256"))
                .flatMap(pictures::read)
                .<Reply>map(jpeg -> new Reply.File("round.jpg", "image/jpeg", jpeg, true))
                .orElseGet(() -> new Reply.Refused(Problem.NO_PICTURE));
    }

    private static Optional<Sha256> digest(String text) {
        try {
            return Optional.of(new Sha256(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Where the code of a place leads a phone's camera: one tap more tells that one is there.
    private Reply at(Visit visit) {
        Optional<Round> walking =
                desk.since(visit.now().minus(BACK_MAX)).stream()
                        .filter(round ->
                                round.tour().id().equals(visit.path("tour"))
                                        && round.phase() instanceof Round.Phase.Walking
                                        && round.walker().filter(visit.who()::equals).isPresent())
                        .findFirst();
        Optional<Checkpoint> point =
                walking.flatMap(round -> round.tour().point(visit.path("point")));
        return Reply.show(
                "patrol/at.jte",
                Map.of(
                        "round", walking.map(Round::id).orElse(""),
                        "point", visit.path("point"),
                        "name", point.map(Checkpoint::name).orElse(""),
                        "code", visit.path("code"),
                        "key", UUID.randomUUID().toString()));
    }
}
