package org.menfang.hub.pass;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.menfang.pass.Pass;
import org.menfang.pass.PassClass;
import org.menfang.pass.SignedPass;
import org.menfang.vocabulary.PassId;

/// A pass that was issued, with all its signed forms.
///
/// @param forms at least one; they differ in their class only
public record IssuedPass(List<Form> forms) {
    public IssuedPass {
        forms = List.copyOf(forms);
        if (forms.isEmpty()) {
            throw new IllegalArgumentException("a pass has at least one form");
        }
    }

    /// One form.
    ///
    /// @param signed the signed pass, in Base64
    public record Form(Pass pass, String signed) {
        static Form of(SignedPass signed) {
            return new Form(signed.pass(), Base64.getEncoder().encodeToString(signed.signed()));
        }

        /// The pass as it is handed out.
        public SignedPass signedPass() {
            return new SignedPass(pass, Base64.getDecoder().decode(signed));
        }
    }

    public PassId id() {
        return pass().id();
    }

    /// What the pass says, in its first form.
    public Pass pass() {
        return forms.getFirst().pass();
    }

    public Optional<SignedPass> form(PassClass type) {
        return forms.stream()
                .filter(form -> form.pass().type() == type)
                .map(Form::signedPass)
                .findFirst();
    }
}
