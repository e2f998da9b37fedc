package org.menfang.hub.web;

import io.javalin.http.Context;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.accounts.Proving;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.Desk.ActOutcome;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.Problem;
import org.menfang.hub.rights.LockdownDesk;
import org.menfang.hub.web.view.ActView;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.vocabulary.AlarmId;
import org.menfang.vocabulary.CommandOutcome;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.Name;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.SiteLevel;

/// What a person does to an alarm, a door or the level of a compound. The answer waits for the
/// confirmation of whoever owns the thing; nothing is called done before.
final class Acts {
    private static final System.Logger LOG = System.getLogger(Acts.class.getName());

    /// Longer than any command lives (30 s at most), so that a late confirmation is not missed.
    private static final long ANSWER_WAIT_SECONDS = 35;

    private static final int ID_DIGITS_MAX = 18;

    private final Desk desk;
    private final LockdownDesk lockdowns;
    private final Proving proving;
    private final Answers answers;

    Acts(BoardServerOptions options, Answers answers) {
        this.desk = options.desk();
        this.lockdowns = options.lockdowns();
        this.proving = options.accounts().proving();
        this.answers = answers;
    }

    /// @param byHub whether the alarm is one that the hub found; a body without it means no
    private record AlarmBody(@Nullable Boolean byHub) {
        boolean isByHub() {
            return byHub != null && byHub;
        }
    }

    void acknowledge(Context ctx) {
        onAlarm(ctx, desk::acknowledge);
    }

    void reset(Context ctx) {
        onAlarm(ctx, desk::reset);
    }

    private record HoldOpenBody(int minutes) {}

    /// @param minutes none: as long as the rules allow
    private record LevelBody(SiteLevel level, @Nullable Integer minutes) {}

    void release(Context ctx) {
        onDoor(
                ctx,
                (compound, gate, door, by) ->
                        desk.actOnDoor(compound, gate, door, DoorAct.ACCESS, by));
    }

    void holdOpen(Context ctx) {
        switch (Json.parse(ctx.bodyAsBytes(), HoldOpenBody.class)) {
            case Parsed.Malformed<HoldOpenBody> malformed ->
                    answers.problem(ctx, Problem.MALFORMED);
            case Parsed.Read<HoldOpenBody>(HoldOpenBody(int minutes)) ->
                    onDoor(
                            ctx,
                            (compound, gate, door, by) ->
                                    desk.holdOpen(compound, gate, door, minutes, by));
        }
    }

    void setLevel(Context ctx) {
        String compound = ctx.pathParam("compound");
        switch (Json.parse(ctx.bodyAsBytes(), LevelBody.class)) {
            case Parsed.Malformed<LevelBody> malformed -> answers.problem(ctx, Problem.MALFORMED);
            case Parsed.Read<LevelBody>(LevelBody(SiteLevel level, Integer minutes)) -> {
                if (Name.isValid(compound)) {
                    setLevel(ctx, new CompoundId(compound), level, minutes);
                } else {
                    answers.problem(ctx, Problem.NO_SUCH_THING);
                }
            }
        }
    }

    private void setLevel(
            Context ctx, CompoundId compound, SiteLevel level, @Nullable Integer minutes) {
        OperatorName by = SignedIn.of(ctx).name();
        if (level != SiteLevel.LOCKDOWN) {
            await(ctx, desk.setLevel(compound, level, minutes, by));
            return;
        }
        switch (lockdowns.alone(by, compound, minutes)) {
            case LockdownDesk.Answer.Alone(int granted) ->
                    await(ctx, desk.setLevel(compound, level, granted, by));
            case LockdownDesk.Answer.TakesTwo() -> proposeLockdown(ctx, compound, minutes);
            case LockdownDesk.Answer.Failed() -> answers.problem(ctx, Problem.INTERNAL);
        }
    }

    private void proposeLockdown(Context ctx, CompoundId compound, @Nullable Integer minutes) {
        SignedIn who = SignedIn.of(ctx);
        if (!proving.isProved(who.session())) {
            answers.problem(ctx, Problem.PROVE_YOURSELF);
            return;
        }
        switch (lockdowns.propose(who.name(), compound, minutes)) {
            case Outcome.Done _ -> answers.problem(ctx, Problem.WAITS_FOR_SECOND);
            case Outcome.Refused _ -> answers.problem(ctx, Problem.NOT_PROPOSED);
            case Outcome.Failed _ -> answers.problem(ctx, Problem.INTERNAL);
        }
    }

    private interface ActOnDoor {
        CompletionStage<ActOutcome> apply(
                CompoundId compound, GateId gate, DoorId door, OperatorName by);
    }

    private void onDoor(Context ctx, ActOnDoor act) {
        String door = ctx.pathParam("door");
        if (!Name.isValid(door) || !namesGate(ctx)) {
            answers.problem(ctx, Problem.NO_SUCH_THING);
            return;
        }
        CompoundId compound = new CompoundId(ctx.pathParam("compound"));
        GateId gate = new GateId(ctx.pathParam("gate"));
        OperatorName by = SignedIn.of(ctx).name();
        await(ctx, act.apply(compound, gate, new DoorId(door), by));
    }

    private interface ActOnAlarm {
        CompletionStage<ActOutcome> apply(AlarmRef alarm, OperatorName by);
    }

    private void onAlarm(Context ctx, ActOnAlarm act) {
        switch (body(ctx)) {
            case Parsed.Malformed<AlarmBody> malformed -> answers.problem(ctx, Problem.MALFORMED);
            case Parsed.Read<AlarmBody>(AlarmBody body) -> {
                Optional<AlarmRef> alarm = alarm(ctx, body.isByHub());
                if (alarm.isPresent()) {
                    await(ctx, act.apply(alarm.get(), SignedIn.of(ctx).name()));
                } else {
                    answers.problem(ctx, Problem.NO_SUCH_THING);
                }
            }
        }
    }

    private static Parsed<AlarmBody> body(Context ctx) {
        byte[] body = ctx.bodyAsBytes();
        return body.length == 0
                ? Parsed.read(new AlarmBody(null))
                : Json.parse(body, AlarmBody.class);
    }

    private static Optional<AlarmRef> alarm(Context ctx, boolean byHub) {
        String id = ctx.pathParam("id");
        if (!namesGate(ctx) || !id.matches("[1-9][0-9]*") || id.length() > ID_DIGITS_MAX) {
            return Optional.empty();
        }
        return Optional.of(
                new AlarmRef(
                        new CompoundId(ctx.pathParam("compound")),
                        new GateId(ctx.pathParam("gate")),
                        byHub,
                        new AlarmId(Long.parseLong(id))));
    }

    private static boolean namesGate(Context ctx) {
        return Name.isValid(ctx.pathParam("compound")) && Name.isValid(ctx.pathParam("gate"));
    }

    private void await(Context ctx, CompletionStage<ActOutcome> outcome) {
        try {
            // A virtual thread waits here; it holds nothing up.
            answer(ctx, outcome.toCompletableFuture().get(ANSWER_WAIT_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            answers.problem(ctx, Problem.NO_ANSWER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answers.problem(ctx, Problem.NO_ANSWER);
        } catch (ExecutionException e) {
            LOG.log(Level.ERROR, "the desk failed at an act", e);
            answers.problem(ctx, Problem.INTERNAL);
        }
    }

    private void answer(Context ctx, ActOutcome outcome) {
        switch (outcome) {
            case ActOutcome.Answered(CommandOutcome result) -> {
                if (result == CommandOutcome.DONE) {
                    answers.json(ctx, new ActView(result));
                } else {
                    answers.problem(ctx, Problem.ofOutcome(result));
                }
            }
            case ActOutcome.NoAnswer none -> answers.problem(ctx, Problem.NO_ANSWER);
            case ActOutcome.GateAway away -> answers.problem(ctx, Problem.GATE_AWAY);
            case ActOutcome.NoSuchThing none -> answers.problem(ctx, Problem.NO_SUCH_THING);
            case ActOutcome.NotEverywhere some -> answers.problem(ctx, Problem.NOT_EVERYWHERE);
        }
    }
}
