package org.menfang.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The readers that one process of the fuzzer serves: those which have most of their code in
/// common, and no more than {@link #READERS_MAX}, so that all rooms take about the same time.
enum Room {
    WIRE,
    ORDERS,
    GATE,
    HUB,
    PASSES,
    TAGS,
    TEXTS,
    RULES,
    KEYS,
    JOINING,
    FILES,
    LINES,
    /// Not a reader of ours: a fault that somebody planted, and that has to be found.
    CONTROL;

    static final int READERS_MAX = 6;

    List<FuzzTarget> targets() {
        return switch (this) {
            case WIRE -> WireTargets.events();
            case ORDERS -> WireTargets.orders();
            case GATE -> IntakeTargets.gate();
            case HUB -> both(IntakeTargets.hub(), HttpTargets.all());
            case PASSES -> PassTargets.passes();
            case TAGS -> PassTargets.tags();
            case TEXTS -> TextTargets.all();
            case RULES -> RuleTargets.all();
            case KEYS -> KeyTargets.keys();
            case JOINING -> both(KeyTargets.signing(), JoiningTargets.all());
            case FILES -> FileTargets.all();
            case LINES -> LineTargets.all();
            case CONTROL -> PlantedFault.all();
        };
    }

    /// The rooms of the readers.
    static List<Room> real() {
        return Arrays.stream(values()).filter(room -> room != CONTROL).toList();
    }

    private static List<FuzzTarget> both(List<FuzzTarget> some, List<FuzzTarget> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
