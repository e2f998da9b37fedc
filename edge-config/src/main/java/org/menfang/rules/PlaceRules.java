package org.menfang.rules;

import java.util.List;

/// What holds at places: doors, access points, areas.
public record PlaceRules(
        List<DoorRule> doors,
        List<AccessPointRule> accessPoints,
        List<AreaRule> areas,
        List<Interlock> interlocks,
        List<TravelTime> travelTimes) {
    public static final PlaceRules NONE =
            new PlaceRules(List.of(), List.of(), List.of(), List.of(), List.of());

    public PlaceRules {
        doors = List.copyOf(doors);
        accessPoints = List.copyOf(accessPoints);
        areas = List.copyOf(areas);
        interlocks = List.copyOf(interlocks);
        travelTimes = List.copyOf(travelTimes);
    }
}
