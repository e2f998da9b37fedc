package org.menfang.hub.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
///
/// @param reset forgets with what a person signs in
record PageCodes(
        Codes codes,
        Sha256 authority,
        ConsoleAppointments appointments,
        Consumer<OperatorName> reset)
        implements OneTimeCodes {
    /// How long a code works that is read from another screen.
    private static final Duration PHONE_LIFE = Duration.ofMinutes(10);

    @Override
    public Optional<OperatorName> redeemSignIn(String code) {
        try {
            Optional<Invitation> invitation = codes.redeemSignIn(code);
            invitation.filter(Invitation::reset).map(Invitation::who).ifPresent(reset);
            invitation.ifPresent(appointments::make);
            return invitation.map(Invitation::who);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<String> createSignIn(OperatorName who, OperatorName by) {
        try {
            appointments.noteCode(who, by);
            return codes.makeSignIn(new Invitation(who, List.of(), false), PHONE_LIFE);
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
