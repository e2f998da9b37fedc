package org.menfang.hub.web;

import java.util.Optional;
import org.menfang.hub.web.view.EnrolCodeView;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.Name;

/// Makes codes for new gates out of what people typed.
record EnrolCodes(OneTimeCodes codes) {
    /// The code, or none where a name is not in form.
    Optional<EnrolCodeView> make(String compound, String gate) {
        if (!Name.isValid(compound) || !Name.isValid(gate)) {
            return Optional.empty();
        }
        String code = codes.createEnrolment(new CompoundId(compound), new GateId(gate));
        return Optional.of(new EnrolCodeView(compound, gate, code));
    }
}
