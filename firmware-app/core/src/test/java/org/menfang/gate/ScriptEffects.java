package org.menfang.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.menfang.site.DoorPlan;
import org.menfang.site.PointName;
import org.menfang.site.PointRole;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.wire.EventBody;

/// Says effects in a few words: `Unlock north`, `AccessDenied EXPIRED`, `show GRANTED`.
final class ScriptEffects {
    private ScriptEffects() {}

    enum Kind {
        OUTPUT,
        EVENT,
        READER,
        PICTURE,
        RESULT,
        STATE,
        LIFE,
        PUBLISH,
        HEAD,
        CHECK,
        MEMORY,
        LEDGER
    }

    static List<String> describe(List<Effect> effects, Set<Kind> shown) {
        return effects.stream()
                .filter(effect -> shown.contains(kindOf(effect)))
                .map(ScriptEffects::describe)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Kind kindOf(Effect effect) {
        return switch (effect) {
            case Effect.Energise _ -> Kind.OUTPUT;
            case Effect.Append(var event) ->
                    switch (event.body()) {
                        case EventBody.PictureTaken _, EventBody.PictureMissed _ -> Kind.PICTURE;
                        default -> Kind.EVENT;
                    };
            case Effect.Remember _ -> Kind.MEMORY;
            case Effect.Keep _, Effect.Forget _ -> Kind.LEDGER;
            case Effect.ShowAtReader _ -> Kind.READER;
            case Effect.Publish _ -> Kind.PUBLISH;
            case Effect.PublishState _ -> Kind.STATE;
            case Effect.AnnounceLife _ -> Kind.LIFE;
            case Effect.ReportResult _ -> Kind.RESULT;
            case Effect.CheckAcknowledgement _ -> Kind.CHECK;
            case Effect.SignHead _ -> Kind.HEAD;
            case Effect.TakePicture _ -> Kind.PICTURE;
        };
    }

    private static Optional<String> describe(Effect effect) {
        return switch (effect) {
            case Effect.Energise(var output, boolean energised) ->
                    Optional.of(output(output, energised));
            case Effect.Append(var event) ->
                    event.position().stream() == EventStream.EVENTS
                            ? Optional.of(event(event.body()))
                            : Optional.empty();
            case Effect.Remember _ -> Optional.of("remember");
            case Effect.Keep(var entry) -> Optional.of("keep " + entry.key().kind());
            case Effect.Forget(var key) -> Optional.of("forget " + key.kind());
            case Effect.ShowAtReader(_, var feedback) -> Optional.of("show " + feedback);
            case Effect.Publish(var stream, long from, long to) ->
                    Optional.of("publish " + stream.wireName() + " " + from + "-" + to);
            case Effect.PublishState _ -> Optional.of("state");
            case Effect.AnnounceLife(var life) -> Optional.of(life.online() ? "birth" : "farewell");
            case Effect.ReportResult(var result) -> Optional.of("result " + result.outcome());
            case Effect.CheckAcknowledgement(var ack) ->
                    Optional.of("check " + ack.stream().wireName() + " " + ack.seq());
            case Effect.SignHead(var stream, long seq) ->
                    Optional.of("sign " + stream.wireName() + " " + seq);
            case Effect.TakePicture _ -> Optional.of("picture");
        };
    }

    private static String output(PointName output, boolean energised) {
        if (output.role() == PointRole.LAMP) {
            return energised ? "Lamp on" : "Lamp off";
        }
        if (output.role() == PointRole.SIREN) {
            return energised ? "Siren on" : "Siren off";
        }
        if (output.role() == PointRole.STROBE) {
            return energised ? "Strobe on" : "Strobe off";
        }
        DoorId id = new DoorId(output.device());
        DoorPlan door =
                Samples.site().door(id).or(() -> PlaceSamples.site().door(id)).orElseThrow();
        boolean released = energised == door.failMode().energisedToRelease();
        return (released ? "Unlock " : "Lock ") + output.device();
    }

    private static String event(EventBody body) {
        String name = body.getClass().getSimpleName();
        return switch (body) {
            case EventBody.AccessDenied denied -> name + " " + denied.reason();
            case EventBody.AccessGranted granted -> name + " " + granted.holder();
            case EventBody.CredentialLockedOut locked -> name + " " + locked.seconds();
            case EventBody.AlarmRaised raised -> name + " " + raised.kind();
            case EventBody.DoorModeChanged changed -> name + " " + changed.mode();
            case EventBody.LevelChanged changed -> name + " " + changed.level();
            case EventBody.LampSwitched switched -> name + (switched.on() ? " on" : " off");
            case EventBody.BadReadsCounted counted -> name + " " + counted.count();
            case EventBody.TimeTrustChanged changed -> name + " " + changed.trust();
            case EventBody.CommandAnswered answered -> name + " " + answered.outcome();
            default -> name;
        };
    }
}
