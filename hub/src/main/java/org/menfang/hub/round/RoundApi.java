package org.menfang.hub.round;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.cases.CasePictures;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;
import org.menfang.hub.roster.FreeText;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// What the patrol app asks and tells of rounds.
public final class RoundApi implements Section {
    /// How far a phone can look ahead: it may have no net when a round is due.
    static final Duration AHEAD_MAX = Duration.ofHours(12);

    static final int ACTS_MAX = 200;
    private static final int KEY_CHARS_MAX = 36;
    private static final Duration BACK_MAX = Duration.ofHours(24);

    private final RoundBook rounds;
    private final CasePictures pictures;

    /// @param pictures where those of rounds are kept
    public RoundApi(RoundBook rounds, CasePictures pictures) {
        this.rounds = rounds;
        this.pictures = pictures;
    }

    @Override
    public void addTo(PageTable table) {
        table.get("/api/v1/rounds/mine", Right.WALK_ROUNDS, this::mine);
        table.post("/api/v1/rounds/acts", Right.WALK_ROUNDS, this::act);
        table.post("/api/v1/rounds/pictures", Right.WALK_ROUNDS, this::photograph);
    }

    /// @param rounds the earliest first
    public record MineView(Instant now, List<RoundView> rounds) {}

    public enum State {
        DUE,
        WALKING,
        ENDED,
        MISSED
    }

    /// @param mine whether the one who asks walks or walked it
    public record RoundView(
            String id,
            String tour,
            String name,
            Instant dueFrom,
            Instant dueTo,
            State state,
            boolean anyOrder,
            boolean mine,
            List<PointView> points) {}

    /// @param done when it was reached
    public record PointView(
            String id, String name, How how, @Nullable Instant done, List<CheckView> checks) {}

    /// @param ok what was found; none until somebody looked
    public record CheckView(String id, String text, @Nullable Boolean ok) {}

    /// What a phone has gathered, in the order in which it happened.
    record ActsBody(@Nullable List<@Nullable ActBody> acts) {}

    record ActBody(
            @Nullable String key,
            @Nullable Instant at,
            SentAct.@Nullable Kind kind,
            @Nullable String round,
            @Nullable String point,
            @Nullable String check,
            @Nullable Boolean ok,
            @Nullable String code,
            @Nullable String text) {}

    public record TakenView(List<String> taken, List<RefusedView> refused) {}

    /// @param why in the language of the one who asks
    /// @param reason its key, for programs
    public record RefusedView(String key, String why, String reason) {}

    private Reply mine(Visit visit) {
        OperatorName who = visit.who();
        Instant now = visit.now();
        return new Reply.Data(
                new MineView(
                        now,
                        Stream.concat(
                                        rounds.since(now.minus(BACK_MAX)).stream(),
                                        rounds.upcoming(now, now.plus(AHEAD_MAX)).stream())
                                .filter(round -> isFor(round, who))
                                .map(round -> view(round, who))
                                .toList()));
    }

    /// Whether somebody walks or walked it, or still can.
    private static boolean isFor(Round round, OperatorName who) {
        return round.walker().isEmpty() || round.walker().filter(who::equals).isPresent();
    }

    static RoundView view(Round round, OperatorName who) {
        return new RoundView(
                round.id(),
                round.tour().id(),
                round.tour().name(),
                round.from(),
                round.to(),
                state(round),
                round.tour().anyOrder(),
                round.walker().filter(who::equals).isPresent(),
                round.tour().points().stream().map(point -> view(round, point)).toList());
    }

    static State state(Round round) {
        return switch (round.phase()) {
            case Round.Phase.Due() -> State.DUE;
            case Round.Phase.Walking _ -> State.WALKING;
            case Round.Phase.Ended _ -> State.ENDED;
            case Round.Phase.Missed() -> State.MISSED;
        };
    }

    private static PointView view(Round round, Checkpoint point) {
        Round.Reached reached = round.reached().get(point.id());
        return new PointView(
                point.id(),
                point.name(),
                point.how(),
                reached == null ? null : reached.at(),
                point.checks().stream().map(check -> view(round, point, check)).toList());
    }

    private static CheckView view(Round round, Checkpoint point, Check check) {
        Round.Looked looked = round.looked().get(new Round.Looked.At(point.id(), check.id()));
        return new CheckView(check.id(), check.text(), looked == null ? null : looked.ok());
    }

    private Reply act(Visit visit) {
        return switch (Json.parse(visit.body(), ActsBody.class)) {
            case Parsed.Malformed<ActsBody> _ -> new Reply.Refused(Problem.MALFORMED);
            case Parsed.Read<ActsBody>(ActsBody body) -> act(visit, sent(body.acts()));
        };
    }

    /// A picture that waited on a phone. It is kept first: what is told twice is one file and one
    /// line.
    private Reply photograph(Visit visit) {
        Optional<Visit.Upload> upload = visit.upload("picture");
        Optional<Instant> at = instant(visit.field("at"));
        String key = visit.field("key");
        if (upload.isEmpty() || at.isEmpty() || key.length() > KEY_CHARS_MAX) {
            return new Reply.Refused(Problem.MALFORMED);
        }
        Outcome outcome =
                switch (pictures.keep(upload.get().bytes())) {
                    case CasePictures.Keeping.Refused(String why) -> new Outcome.Refused(why);
                    case CasePictures.Keeping.Kept(Sha256 picture, Sha256 _) ->
                            rounds.photograph(
                                    visit.who(),
                                    key,
                                    visit.field("round"),
                                    visit.field("point"),
                                    picture,
                                    at.get());
                };
        return switch (outcome) {
            case Outcome.Done _ -> new Reply.Data(new TakenView(List.of(key), List.of()));
            case Outcome.Refused(String why) ->
                    new Reply.Data(
                            new TakenView(
                                    List.of(),
                                    List.of(new RefusedView(key, visit.text(why), why))));
            case Outcome.Failed _ -> new Reply.Refused(Problem.INTERNAL);
        };
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Reply act(Visit visit, List<SentAct> acts) {
        if (acts.isEmpty() || acts.size() > ACTS_MAX) {
            return new Reply.Refused(Problem.MALFORMED);
        }
        List<String> taken = new ArrayList<>();
        List<RefusedView> refused = new ArrayList<>();
        for (SentAct act : acts) {
            switch (rounds.act(visit.who(), act)) {
                case Outcome.Done _ -> taken.add(act.key());
                case Outcome.Refused(String key) ->
                        refused.add(new RefusedView(act.key(), visit.text(key), key));
                // The phone keeps what it is not told of, and tells it again.
                case Outcome.Failed _ -> {
                    return new Reply.Refused(Problem.INTERNAL);
                }
            }
        }
        return new Reply.Data(new TakenView(taken, refused));
    }

    /// Empty where anything that every act has is not there.
    private static List<SentAct> sent(@Nullable List<@Nullable ActBody> bodies) {
        List<SentAct> acts = new ArrayList<>();
        for (ActBody body : bodies == null ? List.<@Nullable ActBody>of() : bodies) {
            SentAct act = body == null ? null : sent(body);
            if (act == null) {
                return List.of();
            }
            acts.add(act);
        }
        return acts;
    }

    private static @Nullable SentAct sent(ActBody body) {
        String key = body.key();
        Instant at = body.at();
        SentAct.Kind kind = body.kind();
        String round = body.round();
        if (key == null || at == null || kind == null || round == null) {
            return null;
        }
        return new SentAct(
                key,
                at,
                kind,
                round,
                Objects.requireNonNullElse(body.point(), ""),
                Objects.requireNonNullElse(body.check(), ""),
                Objects.requireNonNullElse(body.ok(), false),
                Objects.requireNonNullElse(body.code(), ""),
                FreeText.onOneLine(Objects.requireNonNullElse(body.text(), "")));
    }
}
