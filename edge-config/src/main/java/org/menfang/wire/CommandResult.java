package org.menfang.wire;

import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.CommandOutcome;

/// What became of a command.
///
/// @param id none where the command was too garbled to name it
public record CommandResult(@Nullable CommandId id, CommandOutcome outcome) {}
