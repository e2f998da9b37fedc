package org.menfang.hub.web;

import java.util.Map;

/// One number for `/metrics`.
///
/// @param name such as `menfang_hub_events_stored`, without the `_total` of a counter
/// @param help what it counts, in one English sentence
/// @param counter whether it only ever grows while the hub runs
/// @param labels what tells it from others of its name
public record Figure(
        String name, String help, boolean counter, Map<String, String> labels, double value) {
    public Figure {
        labels = Map.copyOf(labels);
    }
}
