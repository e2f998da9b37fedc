package org.menfang.hub.rulebook;

import org.jspecify.annotations.Nullable;
import org.menfang.hub.rights.GraveAct;
import org.menfang.hub.rights.GraveKind;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.Sha256;

/// Putting a rules file in force.
///
/// @param file what it hashes to
/// @param decision the number of the council's decision; none where there is none (yet)
/// @param what the changes, in words
public record RulesAct(CompoundId compound, Sha256 file, @Nullable Integer decision, String what)
        implements GraveAct {
    private static final int DIGITS_SHOWN = 8;

    @Override
    public GraveKind kind() {
        return GraveKind.QUOTA;
    }

    @Override
    public String subject() {
        return compound + ": " + what + " (" + file.value().substring(0, DIGITS_SHOWN) + ")";
    }
}
