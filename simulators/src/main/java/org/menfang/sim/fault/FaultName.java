package org.menfang.sim.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The faults that a simulation knows.
public enum FaultName {
    /// A gate loses its power between two effects, during its start, or three times in 10 s.
    POWER_CUT,
    /// A gate and its broker do not hear each other for a while.
    LINK_LOST,
    /// A gate and its broker do not hear each other for three days.
    LINK_AWAY,
    /// What goes one way arrives; what goes the other does not, and nobody is told.
    LINK_HALF_OPEN,
    /// Messages arrive twice.
    LINK_DOUBLES,
    /// Messages overtake each other.
    LINK_REORDERS,
    /// Messages trickle, and come late.
    LINK_SLOW,
    /// The disk of a gate has no room.
    DISK_FULL,
    /// The disk of a gate has become read-only.
    DISK_READ_ONLY,
    /// Every write to the disk of a gate fails.
    DISK_FAILS,
    /// Nothing that is written to the disk of a gate becomes durable, and no write ends.
    DISK_STALLS,
    /// The power goes, and what the disk had called durable is gone.
    DISK_LIES,
    /// A bit of a stored event flips.
    DISK_BIT_FLIP,
    /// A gate starts with its clock at 1970, and knows that it was not set.
    CLOCK_1970,
    /// The clock of a gate is set back or ahead, and the system believes it.
    CLOCK_STEPS,
    /// The clock of a gate is too fast or too slow, and the system believes it.
    CLOCK_DRIFTS,
    /// The clock of a gate is right, and the system does not believe it.
    CLOCK_DISTRUSTED,
    /// The broker stops, and comes back with what it kept.
    BROKER_STOPPED,
    /// The broker forgets everything that it kept.
    BROKER_WIPED,
    /// The hub ends in the middle of its work.
    HUB_CRASH,
    /// Nothing becomes durable at the hub.
    HUB_STORE_FAILS,
    /// The hub comes back with an old copy of what it stored.
    HUB_RESTORED,
    /// The contact of a door rattles.
    CONTACT_CHATTERS,
    /// The contact of a door tells the same, whatever the door does.
    CONTACT_STUCK,
    /// The loop of a barrier tells of a vehicle, whatever is there.
    LOOP_STUCK,
    /// The gate does not hear of a change of the loop of a barrier.
    LOOP_EDGE_LOST,
    /// The relay of a lock or of a lamp does not move.
    RELAY_STUCK,
    /// A reader delivers noise.
    READER_FLOOD,
    /// A camera delivers nothing, or the same again and again.
    CAMERA_LOST,
    /// The fire contact tells of a fire.
    FIRE,
    /// Rules come that are old, foreign, damaged, or signed by somebody else.
    RULES_FORGED,
    /// Commands come that are old, foreign or expired, or that were given before.
    COMMANDS_FORGED,
    /// Bytes come that mean nothing, on any topic.
    GARBAGE,
    /// Two people use each other's cards.
    CARDS_LENT,
    /// A card is lost, found and used, reported, and taken out of force.
    CARDS_LOST,
    /// A stranger uses a copy of somebody's card.
    CARDS_CLONED,
    /// Somebody without a card goes in behind somebody else.
    TAILGATING;

    /// As people write it: `power-cut`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// All of them, as people write them.
    public static String words() {
        return Arrays.stream(values()).map(FaultName::word).collect(Collectors.joining(", "));
    }

    public static Optional<FaultName> of(String word) {
        return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
    }
}
