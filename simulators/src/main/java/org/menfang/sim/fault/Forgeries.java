package org.menfang.sim.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.menfang.sim.compound.Compound;
import org.menfang.sim.compound.GateHouse;
import org.menfang.sim.people.DrawnKeys;
import org.menfang.sim.time.Chance;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.DoorAct;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.wire.Command;
import org.menfang.wire.Topics;
import org.menfang.wire.json.CommandJson;

/// Somebody has got past the broker's door, and says what they may not say.
public final class Forgeries {
    /// In whose name forged commands come.
    public static final OperatorName NOBODY = new OperatorName("nobody");

    /// A gate that starts now and then never comes there.
    private static final int STARTS_AHEAD = 1_000_000;

    private static final int HEARD_MAX = 40;
    private static final int GARBAGE_BYTES_MAX = 2_000;
    private static final int OVERSIZED_BYTES = 400_000;
    private static final int MILLIS_IN_A_DAY = 86_400_000;

    private Forgeries() {}

    /// Rules that are old, that somebody else signed, that are another compound's, or that are
    /// damaged.
    static Fault rules() {
        return stage -> {
            Heard heard = new Heard(stage.compound(), "/rules");
            AtGates.inAMoment(
                            FaultName.RULES_FORGED,
                            Rhythm.ofMoments(1, 9),
                            (same, gate) -> {
                                forge(same, topics(gate).rules(), forged(same, heard));
                            })
                    .plan(stage);
        };
    }

    private static byte[] forged(Fault.Stage stage, Heard heard) {
        Chance chance = stage.chance();
        Town town = stage.town();
        return switch (chance.below(4)) {
            case 0 -> heard.one(chance);
            case 1 -> town.rulesSignedBy(DrawnKeys.signing(chance));
            case 2 -> town.rulesOfAnotherCompound();
            default -> damaged(town.rulesOfAnotherCompound(), chance);
        };
    }

    private static byte[] damaged(byte[] whole, Chance chance) {
        byte[] damaged = whole.clone();
        damaged[chance.below(damaged.length)] ^= (byte) (1 << chance.below(8));
        return damaged;
    }

    /// Commands that were given before, that another gate was given, that have expired, or that
    /// another start was given. None names the next start: such a command waits at the broker for
    /// that start, and is then one like any other.
    static Fault commands() {
        return stage -> {
            Heard heard = new Heard(stage.compound(), "/command");
            AtGates.inAMoment(
                            FaultName.COMMANDS_FORGED,
                            Rhythm.ofMoments(1, 5),
                            (same, gate) -> {
                                byte[] command =
                                        same.chance().percent(40)
                                                ? heard.one(same.chance())
                                                : CommandJson.write(wrong(same, gate));
                                forge(same, topics(gate).command(), command);
                            })
                    .plan(stage);
        };
    }

    /// A command to open, which is wrong in one way.
    private static Command wrong(Fault.Stage stage, GateHouse gate) {
        Chance chance = stage.chance();
        int wrong = chance.below(3);
        long boot = gate.disk().boot();
        DoorId door = chance.oneOf(gate.site().doors()).id();
        return new Command(
                new CommandId("forged-" + chance.below(Integer.MAX_VALUE)),
                gate.site().compound(),
                wrong == 0 ? new GateId("another-gate") : gate.id(),
                wrong == 1 ? boot + (chance.percent(50) ? STARTS_AHEAD : -1) : boot,
                wrong == 2 ? 1 : MILLIS_IN_A_DAY,
                NOBODY,
                new Command.Order.ActOnDoor(door, DoorAct.UNLOCK));
    }

    /// Bytes that mean nothing, on any topic, and too many of them.
    static Fault garbage() {
        return stage -> {
            Heard heard = new Heard(stage.compound(), "");
            AtGates.inAMoment(
                            FaultName.GARBAGE,
                            new Rhythm(
                                    Duration.ofMinutes(5),
                                    Duration.ofHours(3),
                                    Duration.ZERO,
                                    Duration.ZERO),
                            (same, gate) -> {
                                Chance chance = same.chance();
                                String topic = chance.oneOf(everyTopic(gate));
                                forge(same, topic, garbage(chance, heard));
                            })
                    .plan(stage);
        };
    }

    private static byte[] garbage(Chance chance, Heard heard) {
        return switch (chance.below(10)) {
            case 0 -> chance.bytes(OVERSIZED_BYTES);
            case 1, 2, 3 -> beginningOf(heard.one(chance), chance);
            default -> chance.bytes(chance.below(GARBAGE_BYTES_MAX));
        };
    }

    /// Broken off, so that it says nothing that somebody meant.
    private static byte[] beginningOf(byte[] whole, Chance chance) {
        int length = whole.length < 2 ? 0 : chance.below(whole.length - 1);
        return Arrays.copyOf(whole, length);
    }

    private static List<String> everyTopic(GateHouse gate) {
        Topics topics = topics(gate);
        return List.of(
                topics.stream(EventStream.EVENTS),
                topics.stream(EventStream.ALARMS),
                topics.state(),
                topics.life(),
                topics.acknowledgement(),
                topics.command(),
                topics.result(),
                topics.peers(),
                topics.rules(),
                topics.hub());
    }

    private static Topics topics(GateHouse gate) {
        return new Topics(gate.site().compound(), gate.id());
    }

    private static void forge(Fault.Stage stage, String topic, byte[] payload) {
        stage.compound().broker().forge(topic, payload);
    }

    /// What somebody at the broker has listened to.
    private static final class Heard {
        private final List<byte[]> payloads = new ArrayList<>();

        /// @param ending of the topics that are listened to
        Heard(Compound compound, String ending) {
            compound.broker()
                    .tap((topic, payload) -> {
                        if (topic.endsWith(ending)) {
                            keep(payload);
                        }
                    });
        }

        /// The first ones are kept for long, so that what is old stays known.
        private void keep(byte[] payload) {
            if (payloads.size() >= HEARD_MAX) {
                payloads.remove(HEARD_MAX / 2);
            }
            payloads.add(payload.clone());
        }

        byte[] one(Chance chance) {
            return payloads.isEmpty() ? new byte[0] : chance.oneOf(payloads);
        }
    }
}
