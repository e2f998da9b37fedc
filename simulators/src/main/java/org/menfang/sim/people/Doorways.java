package org.menfang.sim.people;

import java.util.Map;
import java.util.TreeMap;
import org.menfang.sim.device.SimulatedCompound;
import org.menfang.vocabulary.DoorId;

/// The doorways of a compound, each made when somebody first comes to it.
final class Doorways {
    private final SimulatedCompound compound;
    private final Map<DoorId, Doorway> doorways = new TreeMap<>();

    Doorways(SimulatedCompound compound) {
        this.compound = compound;
    }

    Doorway at(DoorId door) {
        return doorways.computeIfAbsent(
                door, id -> new Doorway(compound.door(id), compound.crowd()));
    }
}
