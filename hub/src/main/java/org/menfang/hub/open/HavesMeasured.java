package org.menfang.hub.open;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.open.Sheet.Have;
import org.menfang.hub.open.Sheet.Mood;
import org.menfang.vocabulary.DoorPhase;
import org.menfang.vocabulary.LampLight;
import org.menfang.wire.GateState;

/// The five haves, as they are measured at this moment. Nothing counts as good that is not
/// measured, and what a gate said long ago is not called measured.
final class HavesMeasured {
    /// A gate tells its state every half a minute; what is older than this is not known any more.
    static final Duration KNOWN_FOR = Duration.ofMinutes(15);

    private final Say say;
    private final PublicFacts facts;

    HavesMeasured(Say say, PublicFacts facts) {
        this.say = say;
        this.facts = facts;
    }

    List<Have> all() {
        return List.of(protection(), gatehouse(), gatekeeper(), lighting(), gate());
    }

    private Have protection() {
        long online = facts.gates().stream().filter(GateCard::online).count();
        List<GateState.CameraView> cameras = known(state -> state.cameras().stream());
        long working = cameras.stream().filter(GateState.CameraView::working).count();
        Mood mood =
                facts.gates().isEmpty()
                        ? Mood.UNKNOWN
                        : online < facts.gates().size()
                                ? (online == 0 ? Mood.BAD : Mood.PART)
                                : working < cameras.size() ? Mood.PART : Mood.GOOD;
        return have(
                FiveHave.PROTECTION,
                mood,
                say.fill(
                        "open.have.PROTECTION.value",
                        "online",
                        online,
                        "gates",
                        facts.gates().size(),
                        "working",
                        working,
                        "cameras",
                        cameras.size()),
                newestHeard());
    }

    private Have gatehouse() {
        // The page itself is the proof that the hub runs; whether it hears gates is measured.
        Optional<Instant> heard = newestHeard();
        Mood mood =
                heard.isEmpty()
                        ? Mood.UNKNOWN
                        : heard.get().isBefore(facts.now().minus(KNOWN_FOR)) ? Mood.BAD : Mood.GOOD;
        return have(FiveHave.GATEHOUSE, mood, say.text("open.have.GATEHOUSE.value." + mood), heard);
    }

    private Have gatekeeper() {
        if (facts.duty().isEmpty()) {
            return have(
                    FiveHave.GATEKEEPER,
                    Mood.UNKNOWN,
                    say.text("open.have.GATEKEEPER.none"),
                    Optional.empty());
        }
        PublicFacts.DutyFact duty = facts.duty().get();
        Mood mood = duty.persons() == 0 ? Mood.BAD : duty.waiting() ? Mood.PART : Mood.GOOD;
        return have(
                FiveHave.GATEKEEPER,
                mood,
                say.fill(
                        duty.waiting()
                                ? "open.have.GATEKEEPER.waiting"
                                : "open.have.GATEKEEPER.value",
                        "n",
                        duty.persons(),
                        "since",
                        say.time(duty.since())),
                Optional.of(facts.now()));
    }

    private Have lighting() {
        List<GateState.LampView> lamps = known(state -> state.lamps().stream());
        long lit = lamps.stream().filter(lamp -> lamp.light() == LampLight.BURNING).count();
        long broken =
                lamps.stream()
                        .filter(lamp ->
                                lamp.light() == LampLight.CUT || lamp.light() == LampLight.DEAD)
                        .count();
        Mood mood = lamps.isEmpty() ? Mood.UNKNOWN : rate(lamps.size() - broken, lamps.size());
        return have(
                FiveHave.LIGHTING,
                mood,
                say.fill(
                        "open.have.LIGHTING.value",
                        "lit",
                        lit,
                        "lamps",
                        lamps.size(),
                        "broken",
                        broken),
                oldestKnown());
    }

    private Have gate() {
        List<GateState.DoorView> doors = known(state -> state.doors().stream());
        long secured = doors.stream().filter(each -> each.phase() == DoorPhase.SECURED).count();
        long wrong =
                doors.stream()
                        .filter(each ->
                                each.phase() == DoorPhase.FORCED || each.phase() == DoorPhase.HELD)
                        .count();
        Mood mood = doors.isEmpty() ? Mood.UNKNOWN : rate(doors.size() - wrong, doors.size());
        return have(
                FiveHave.GATE,
                mood,
                say.fill(
                        "open.have.GATE.value",
                        "secured",
                        secured,
                        "doors",
                        doors.size(),
                        "wrong",
                        wrong),
                oldestKnown());
    }

    private static Mood rate(long good, long all) {
        return good == all ? Mood.GOOD : good == 0 ? Mood.BAD : Mood.PART;
    }

    private interface Things<T> {
        Stream<T> of(GateState state);
    }

    /// Everything of one kind at the gates whose state is fresh.
    private <T> List<T> known(Things<T> things) {
        List<T> all = new ArrayList<>();
        for (GateCard gate : facts.gates()) {
            GateState state = gate.state();
            if (state != null && isFresh(gate)) {
                things.of(state).forEach(all::add);
            }
        }
        return all;
    }

    private boolean isFresh(GateCard gate) {
        Instant heard = gate.stateHeardAt();
        return gate.online() && heard != null && !heard.isBefore(facts.now().minus(KNOWN_FOR));
    }

    private Optional<Instant> newestHeard() {
        return heard().max(Comparator.naturalOrder());
    }

    private Optional<Instant> oldestKnown() {
        return facts.gates().stream()
                .filter(this::isFresh)
                .map(GateCard::stateHeardAt)
                .flatMap(Stream::ofNullable)
                .min(Comparator.naturalOrder());
    }

    private Stream<Instant> heard() {
        return facts.gates().stream().map(GateCard::heardAt).flatMap(Stream::ofNullable);
    }

    private Have have(FiveHave what, Mood mood, String value, Optional<Instant> measuredAt) {
        String how = say.text("open.have." + what + ".how");
        String age =
                measuredAt
                        .map(at -> say.fill("open.measured", "age", say.age(at, facts.now())))
                        .orElseGet(() -> say.text("open.not-measured"));
        return new Have(
                what,
                say.text("open.have." + what),
                mood,
                say.text("open.mood." + mood),
                value,
                how + " " + age);
    }
}
