package org.menfang.hub.pass;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.pass.Pass;
import org.menfang.pass.PassClass;
import org.menfang.pass.PassScope;
import org.menfang.pass.SignedPass;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderKind;
import org.menfang.vocabulary.PassId;

/// A pass that somebody asks for, before it has a number.
///
/// @param usesMax how often it may be used; none: as often as wanted
/// @param forms in which of the signed forms it is handed out, at least one
public record PassWish(
        CompoundId compound,
        PassScope scope,
        HolderKind holder,
        Instant from,
        Instant until,
        @Nullable Integer usesMax,
        List<PassClass> forms) {
    public PassWish {
        forms = List.copyOf(forms);
        if (forms.isEmpty()) {
            throw new IllegalArgumentException("a pass has at least one form");
        }
    }

    /// @throws IllegalArgumentException if no pass may say this
    public void check() {
        SignedPass.check(with(new PassId("0".repeat(16)), forms.getFirst()));
    }

    /// The pass with a number.
    Pass with(PassId id, PassClass form) {
        return new Pass(id, compound, scope, holder, from, until, usesMax, form);
    }
}
