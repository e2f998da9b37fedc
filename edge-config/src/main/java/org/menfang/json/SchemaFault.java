package org.menfang.json;

import java.util.List;
import java.util.Optional;

/// One thing in a value that its JSON Schema does not allow.
///
/// @param path the keys and indices from the root to the faulty value
/// @param keyword the word of the schema that it breaks, such as `required` or `pattern`
/// @param property the key that is missing or not allowed, where the fault is about one
/// @param allowed what the schema allows instead: keys, values, types or a bound
/// @param rule the name of the schema's definition that holds the keyword; empty for the root
public record SchemaFault(
        List<String> path,
        String keyword,
        Optional<String> property,
        List<String> allowed,
        String rule) {
    public SchemaFault {
        path = List.copyOf(path);
        allowed = List.copyOf(allowed);
    }

    /// Path, keyword and what is allowed, in English, for the log.
    @Override
    public String toString() {
        return "/"
                + String.join("/", path)
                + ": "
                + keyword
                + property.map(" "::concat).orElse("")
                + (allowed.isEmpty() ? "" : " " + allowed);
    }
}
