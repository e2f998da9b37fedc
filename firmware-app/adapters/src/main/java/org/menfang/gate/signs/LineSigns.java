package org.menfang.gate.signs;

import org.jspecify.annotations.Nullable;

/// One line that is held.
///
/// @param chip by the name of the wiring table
/// @param high its level; none where it cannot be read
/// @param trouble why it says nothing; empty where it does
public record LineSigns(
        String chip, int line, boolean output, @Nullable Boolean high, String trouble) {}
