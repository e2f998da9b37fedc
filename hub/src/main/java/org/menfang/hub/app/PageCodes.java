package org.menfang.hub.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.menfang.hub.codes.Codes;
import org.menfang.hub.codes.Invitation;
import org.menfang.hub.web.OneTimeCodes;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;

/// The codes of the data folder, as pages use them. A folder that cannot be read or written fails
/// the request.
record PageCodes(Codes codes, Sha256 authority, ConsoleAppointments appointments)
        implements OneTimeCodes {
    @Override
    public Optional<OperatorName> redeemSignIn(String code) {
        try {
            Optional<Invitation> invitation = codes.redeemSignIn(code);
            invitation.ifPresent(appointments::make);
            return invitation.map(Invitation::who);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String createEnrolment(CompoundId compound, GateId gate) {
        try {
            return codes.makeEnrolment(
                            new GateIdentity(compound, gate), authority, Codes.ENROLMENT_LIFE)
                    .orElseThrow(() -> new IllegalStateException("too many codes wait"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
