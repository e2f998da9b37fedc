package org.menfang.sim.rest;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.CardBits;
import org.menfang.gate.Key;
import org.menfang.json.JsonTree;
import org.menfang.sim.device.Card;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.sim.device.SimulatedReader;
import org.menfang.sim.device.SimulatedTag;
import org.menfang.sim.people.PersonalTags;
import org.menfang.sim.people.Population;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.ReaderId;

/// Hands at the readers: cards, keys, codes and tags. Acts of the timeline use it.
final class ReaderHands {
    private static final long FLOOD_MICROS_MAX = 1_000_000;

    private final SimulatedCompound compound;
    private final PersonalTags tags;

    ReaderHands(SimulatedCompound compound, PersonalTags tags) {
        this.compound = compound;
        this.tags = tags;
    }

    Reply act(String name, String act, JsonTree body) {
        SimulatedReader reader =
                Hands.found(compound.readers().get(new ReaderId(name)), "reader", name);
        try {
            switch (act) {
                case "card" ->
                        reader.present(bits(reader, Bodies.read(body, Bodies.CardBody.class)));
                case "keys" -> reader.press(keys(Bodies.read(body, Bodies.KeysBody.class)));
                case "show" ->
                        reader.present(
                                given(Bodies.read(body, Bodies.ShowBody.class).text(), "text"));
                case "tap" -> reader.present(tags.tap(tag(holder(body))));
                case "copy" -> reader.present(copy(tag(holder(body))));
                case "flood" -> flood(reader, Bodies.read(body, Bodies.FloodBody.class));
                default -> throw Hands.noAct(act, "card, keys, show, tap, copy, flood");
            }
        } catch (IllegalStateException e) {
            throw new Refusal(Reply.CONFLICT, String.valueOf(e.getMessage()));
        }
        return Reply.done(act + " at " + name);
    }

    private static CardBits bits(SimulatedReader reader, Bodies.CardBody body) {
        if (body.bits() != null) {
            return new CardBits(body.bits());
        }
        Integer number = body.number();
        if (number == null) {
            throw new Refusal(Reply.BAD, "a card needs a number, or bits");
        }
        int facility = Objects.requireNonNullElse(body.facility(), Population.FACILITY);
        return new Card(facility, number).bits(reader.plan().format());
    }

    private static List<Key> keys(Bodies.KeysBody body) {
        return given(body.keys(), "keys").chars().mapToObj(ReaderHands::key).toList();
    }

    private static Key key(int sign) {
        return switch (sign) {
            case '*' -> Key.CLEAR;
            case '#' -> Key.ENTER;
            default -> {
                if (sign < '0' || sign > '9') {
                    throw new Refusal(
                            Reply.BAD, "a keypad has the keys 0 to 9, * (clear) and # (enter)");
                }
                yield Key.ofDigit((char) sign);
            }
        };
    }

    private static HolderId holder(JsonTree body) {
        return new HolderId(given(Bodies.read(body, Bodies.TapBody.class).holder(), "holder"));
    }

    private SimulatedTag tag(HolderId holder) {
        return Hands.found(tags.of(holder).orElse(null), "person", holder.value());
    }

    private static String copy(SimulatedTag tag) {
        return tag.copy()
                .orElseThrow(() ->
                        new Refusal(Reply.CONFLICT, "nobody could copy it yet: tap it first"));
    }

    private static void flood(SimulatedReader reader, Bodies.FloodBody body) {
        long micros = Objects.requireNonNullElse(body.everyMicros(), 1_000L);
        int reads = Objects.requireNonNullElse(body.reads(), 1_000);
        long checked = Hands.checked("everyMicros", micros, FLOOD_MICROS_MAX);
        reader.flood(reads, Duration.ofNanos(checked * 1_000));
    }

    private static <T> T given(@Nullable T value, String name) {
        if (value == null) {
            throw new Refusal(Reply.BAD, "\"" + name + "\" is missing");
        }
        return value;
    }
}
