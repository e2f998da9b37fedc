package org.menfang.sim.fault;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.menfang.sim.compound.Compound;
import org.menfang.sim.compound.DiskHealth;

/// Which faults come. Each has a stream of chance of its own, so that one more or one less changes
/// nothing for the others.
public record FaultPlan(Set<FaultName> faults) {
    public FaultPlan {
        faults = Set.copyOf(faults);
    }

    public static FaultPlan none() {
        return new FaultPlan(Set.of());
    }

    public static FaultPlan all() {
        return new FaultPlan(EnumSet.allOf(FaultName.class));
    }

    /// The same without one of them.
    public FaultPlan without(FaultName fault) {
        return new FaultPlan(
                faults.stream().filter(each -> each != fault).collect(Collectors.toSet()));
    }

    /// Plans all of them.
    ///
    /// @param lasts nothing goes wrong any more when so much time has passed
    public void on(Compound compound, Weather weather, Town town, Duration lasts) {
        for (FaultName name : FaultName.values()) {
            if (faults.contains(name)) {
                of(name).plan(
                                new Fault.Stage(
                                        compound,
                                        weather,
                                        town,
                                        compound.chance("fault " + name.word()),
                                        lasts));
            }
        }
    }

    private static Fault of(FaultName name) {
        return switch (name) {
            case POWER_CUT -> new PowerCuts();
            case LINK_LOST -> BadLinks.lost();
            case LINK_AWAY -> BadLinks.away();
            case LINK_HALF_OPEN -> BadLinks.halfOpen();
            case LINK_DOUBLES -> BadLinks.doubles();
            case LINK_REORDERS -> BadLinks.reorders();
            case LINK_SLOW -> BadLinks.slow();
            case DISK_FULL -> SickDisks.is(DiskHealth.FULL, name);
            case DISK_READ_ONLY -> SickDisks.is(DiskHealth.READ_ONLY, name);
            case DISK_FAILS -> SickDisks.is(DiskHealth.FAILS, name);
            case DISK_STALLS -> SickDisks.is(DiskHealth.STALLS, name);
            case DISK_LIES -> SickDisks.lies();
            case DISK_BIT_FLIP -> SickDisks.flipsBits();
            case CLOCK_1970 -> WrongClocks.isAt1970();
            case CLOCK_STEPS -> WrongClocks.steps();
            case CLOCK_DRIFTS -> WrongClocks.drifts();
            case CLOCK_DISTRUSTED -> WrongClocks.distrusted();
            case BROKER_STOPPED -> BadCentre.brokerStops();
            case BROKER_WIPED -> BadCentre.brokerWiped();
            case HUB_CRASH -> BadCentre.hubCrashes();
            case HUB_STORE_FAILS -> BadCentre.hubStoreFails();
            case HUB_RESTORED -> BadCentre.hubRestored();
            case CONTACT_CHATTERS -> BadHardware.chatters();
            case CONTACT_STUCK -> BadHardware.contactSticks();
            case LOOP_STUCK -> BadLanes.loopSticks();
            case LOOP_EDGE_LOST -> BadLanes.losesEdges();
            case RELAY_STUCK -> BadHardware.relaySticks();
            case READER_FLOOD -> BadHardware.readerFloods();
            case CAMERA_LOST -> BadHardware.cameraFails();
            case FIRE -> BadHardware.fire();
            case RULES_FORGED -> Forgeries.rules();
            case COMMANDS_FORGED -> Forgeries.commands();
            case GARBAGE -> Forgeries.garbage();
            case CARDS_LENT -> BadPeople.lend();
            case CARDS_LOST -> BadPeople.lose();
            case CARDS_CLONED -> BadPeople.copy();
            case TAILGATING -> BadPeople.tailgate();
        };
    }

    /// As people write it: `all`, `none`, or the names.
    public String words() {
        if (faults.isEmpty()) {
            return "none";
        }
        if (faults.size() == FaultName.values().length) {
            return "all";
        }
        return faults.stream().sorted().map(FaultName::word).collect(Collectors.joining(","));
    }
}
