package org.menfang.sim.fault;

import java.time.Duration;
import java.util.List;
import org.menfang.sim.compound.DiskHealth;
import org.menfang.sim.compound.GateHouse;
import org.menfang.sim.compound.VirtualDisk;
import org.menfang.sim.time.Chance;
import org.menfang.vocabulary.EventStream;

/// What the disk of a gate can do wrong.
final class SickDisks {
    private static final int FLIPS_MAX = 3;
    private static final int PLACES = 4_096;
    private static final Duration DARK = Duration.ofSeconds(30);

    private SickDisks() {}

    /// Writes fail, or take for ever, until it recovers.
    static Fault is(DiskHealth health, FaultName name) {
        return new AtGates(
                name,
                Rhythm.ofHours(1, 14, Duration.ofSeconds(1), Duration.ofMinutes(40)),
                (_, gate) -> {
                    gate.disk().become(health);
                    return () -> gate.disk().become(DiskHealth.WORKS);
                });
    }

    /// A power cut takes along what the disk said was durable.
    static Fault lies() {
        return new AtGates(FaultName.DISK_LIES, Rhythm.ofHours(2, 20, DARK, DARK), SickDisks::lie);
    }

    private static Runnable lie(Fault.Stage stage, GateHouse gate) {
        gate.powerOff();
        gate.disk().lieAbout(stage.chance().between(1, VirtualDisk.LIES_COMMITS_MAX));
        return gate::powerOn;
    }

    /// Bits of stored events flip.
    static Fault flipsBits() {
        return AtGates.inAMoment(FaultName.DISK_BIT_FLIP, Rhythm.ofMoments(1, 12), SickDisks::flip);
    }

    private static void flip(Fault.Stage stage, GateHouse gate) {
        VirtualDisk disk = gate.disk();
        Chance chance = stage.chance();
        for (int left = chance.between(1, FLIPS_MAX); left > 0; left--) {
            EventStream stream = chance.oneOf(List.of(EventStream.values()));
            int stored = (int) disk.length(stream);
            if (stored > 0) {
                disk.flip(stream, chance.between(1, stored), chance.below(PLACES));
            }
        }
    }
}
