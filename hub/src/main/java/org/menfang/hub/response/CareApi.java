package org.menfang.hub.response;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.Desk.ActOutcome;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.Name;
import org.menfang.vocabulary.OperatorName;

/// What the board does about alarms, beside acknowledging and resetting.
public final class CareApi implements Section {
    private static final System.Logger LOG = System.getLogger(CareApi.class.getName());
    private static final String ALARM = "/api/v1/alarms/{compound}/{gate}/{id}/";

    /// Longer than any command lives (30 s at most), so that a late confirmation is not missed.
    private static final long ANSWER_WAIT_SECONDS = 35;

    private static final int ID_DIGITS_MAX = 18;

    private final ResponseDesk responses;
    private final Desk desk;

    public CareApi(ResponseDesk responses, Desk desk) {
        this.responses = responses;
        this.desk = desk;
    }

    /// The confirmation of an act.
    private record Acted(CommandOutcome outcome) {}

    /// What an act says beside its address. Each act asks for what it needs.
    private record Body(
            @Nullable Boolean byHub,
            @Nullable Boolean takeOver,
            @Nullable Integer minutes,
            @Nullable String why,
            @Nullable String repair,
            @Nullable CloseCause cause,
            @Nullable String note) {
        static final Body NOTHING = new Body(null, null, null, null, null, null, null);

        String text(@Nullable String said) {
            return said == null ? "" : said.strip();
        }
    }

    @FunctionalInterface
    private interface Act {
        Reply on(OperatorName by, AlarmRef alarm, Body body);
    }

    @Override
    public void addTo(PageTable table) {
        add(
                table,
                "claim",
                (by, alarm, body) ->
                        reply(responses.claim(by, alarm, Boolean.TRUE.equals(body.takeOver()))));
        add(table, "on-scene", (by, alarm, _) -> reply(responses.arrive(by, alarm)));
        add(table, "help", (by, alarm, _) -> reply(responses.askHelp(by, alarm)));
        add(table, "false-alarm", (by, alarm, _) -> reply(responses.findFalse(by, alarm)));
        add(
                table,
                "shelve",
                (by, alarm, body) ->
                        reply(responses.shelve(by, alarm, body.minutes(), body.text(body.why()))));
        add(table, "unshelve", this::unshelve);
        add(
                table,
                "out-of-service",
                (by, alarm, body) ->
                        reply(responses.takeOutOfService(by, alarm, body.text(body.repair()))));
        add(table, "in-service", this::putBackInService);
        add(table, "close", this::close);
    }

    private void add(PageTable table, String name, Act act) {
        table.post(ALARM + name, Right.ANSWER_ALARMS, visit -> answer(visit, act));
    }

    private static Reply answer(Visit visit, Act act) {
        byte[] sent = visit.body();
        Parsed<Body> parsed =
                sent.length == 0 ? Parsed.read(Body.NOTHING) : Json.parse(sent, Body.class);
        return switch (parsed) {
            case Parsed.Malformed<Body> _ -> new Reply.Refused(Problem.MALFORMED);
            case Parsed.Read<Body>(Body body) ->
                    alarm(visit, Boolean.TRUE.equals(body.byHub()))
                            .map(alarm -> act.on(visit.who(), alarm, body))
                            .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
        };
    }

    private static Optional<AlarmRef> alarm(Visit visit, boolean byHub) {
        String id = visit.path("id");
        String compound = visit.path("compound");
        String gate = visit.path("gate");
        if (!Name.isValid(compound)
                || !Name.isValid(gate)
                || !id.matches("[1-9][0-9]*")
                || id.length() > ID_DIGITS_MAX) {
            return Optional.empty();
        }
        return Optional.of(
                new AlarmRef(
                        new CompoundId(compound),
                        new GateId(gate),
                        byHub,
                        new AlarmId(Long.parseLong(id))));
    }

    private Reply unshelve(OperatorName by, AlarmRef alarm, Body body) {
        return point(alarm)
                .map(point -> reply(responses.unshelve(by, point)))
                .orElseGet(() -> new Reply.NotNow("refused.alarms.gone"));
    }

    private Reply putBackInService(OperatorName by, AlarmRef alarm, Body body) {
        return point(alarm)
                .map(point -> reply(responses.putBackInService(by, point)))
                .orElseGet(() -> new Reply.NotNow("refused.alarms.gone"));
    }

    private Optional<Point> point(AlarmRef alarm) {
        List<AlarmCard> alarms = desk.board().alarms();
        return alarms.stream().filter(card -> card.ref().equals(alarm)).findFirst().map(Point::of);
    }

    /// The note first, so that no alarm ends without one; then its owner is asked to end it.
    private Reply close(OperatorName by, AlarmRef alarm, Body body) {
        CloseCause cause = body.cause();
        if (cause == null) {
            return new Reply.Refused(Problem.MALFORMED);
        }
        Outcome noted = responses.close(by, alarm, cause, body.text(body.note()));
        return noted instanceof Outcome.Done ? await(desk.reset(alarm, by)) : reply(noted);
    }

    private static Reply reply(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> new Reply.Data(new Acted(CommandOutcome.DONE));
            case Outcome.Refused(String key) -> new Reply.NotNow(key);
            case Outcome.Failed _ -> new Reply.NotNow("refused.storage");
        };
    }

    private static Reply await(CompletionStage<ActOutcome> reset) {
        try {
            // A virtual thread waits here; it holds nothing up.
            return reply(reset.toCompletableFuture().get(ANSWER_WAIT_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            return new Reply.Refused(Problem.NO_ANSWER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Refused(Problem.NO_ANSWER);
        } catch (ExecutionException e) {
            LOG.log(Level.ERROR, "the desk failed at a reset", e);
            return new Reply.Refused(Problem.INTERNAL);
        }
    }

    private static Reply reply(ActOutcome outcome) {
        return switch (outcome) {
            case ActOutcome.Answered(CommandOutcome result) ->
                    result == CommandOutcome.DONE
                            ? new Reply.Data(new Acted(result))
                            : new Reply.Refused(Problem.ofOutcome(result));
            case ActOutcome.NoAnswer() -> new Reply.Refused(Problem.NO_ANSWER);
            case ActOutcome.GateAway() -> new Reply.Refused(Problem.GATE_AWAY);
            case ActOutcome.NoSuchThing() -> new Reply.Refused(Problem.NO_SUCH_THING);
            case ActOutcome.NotEverywhere() -> new Reply.Refused(Problem.NOT_EVERYWHERE);
        };
    }
}
