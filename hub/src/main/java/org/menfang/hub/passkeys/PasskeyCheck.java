package org.menfang.hub.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Checks what passkeys sign. Any thread may call it.
///
/// Which make of device a key lies in is not asked: every one that unlocks by finger, face or code
/// will do.
public final class PasskeyCheck {
    /// The algorithms that a key may sign with, the best liked first (COSE numbers): ECDSA with
    /// P-256, and RSA for older Windows.
    public static final List<Integer> ALGORITHMS = List.of(-7, -257);

    /// Longest answer of a browser that is looked at.
    public static final int ANSWER_CHARS_MAX = 16 * 1024;

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager =
            WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials =
            new AttestedCredentialDataConverter(converter);

    /// A key that was made just now.
    ///
    /// @param id in base64url
    /// @param credential what is needed to check its signatures
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares it.
    public record NewKey(String id, byte[] credential, long signCount) {}

    /// What a key has signed.
    ///
    /// @param id of the key, in base64url
    /// @param challenge that was signed, by its own word
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares it.
    public record Signed(String id, byte[] challenge) {}

    /// The challenge that a new key answers, by its own word; empty if this is no answer.
    public Optional<byte[]> challengeOfNew(String answer) {
        return readNew(answer).flatMap(data -> challenge(data.getCollectedClientData()));
    }

    /// Whose signature this claims to be; empty if it is none.
    public Optional<Signed> claim(String answer) {
        return readSigned(answer).flatMap(PasskeyCheck::claim);
    }

    private static Optional<Signed> claim(AuthenticationData data) {
        return Optional.ofNullable(data.getCredentialId())
                .flatMap(id ->
                        challenge(data.getCollectedClientData())
                                .map(challenge -> new Signed(text(id), challenge)));
    }

    /// Checks a new key; empty if it was not made for this site and this challenge, or without
    /// looking at its owner.
    public Optional<NewKey> added(PasskeySite site, byte[] challenge, String answer) {
        List<PublicKeyCredentialParameters> wanted =
                ALGORITHMS.stream()
                        .map(number ->
                                new PublicKeyCredentialParameters(
                                        PublicKeyCredentialType.PUBLIC_KEY,
                                        COSEAlgorithmIdentifier.create(number)))
                        .toList();
        return readNew(answer)
                .flatMap(data ->
                        attempt(() ->
                                manager.verify(
                                        data,
                                        new RegistrationParameters(
                                                server(site, challenge), wanted, true, true))))
                .flatMap(this::newKey);
    }

    private Optional<NewKey> newKey(RegistrationData data) {
        AuthenticatorData<?> made =
                data.getAttestationObject() == null
                        ? null
                        : data.getAttestationObject().getAuthenticatorData();
        AttestedCredentialData credential = made == null ? null : made.getAttestedCredentialData();
        return made == null || credential == null
                ? Optional.empty()
                : Optional.of(
                        new NewKey(
                                text(credential.getCredentialId()),
                                credentials.convert(credential),
                                made.getSignCount()));
    }

    /// Checks a signature.
    ///
    /// @param credential what was kept of the key
    /// @param signCount how often it had signed before
    /// @return how often it has signed now; empty if the signature is not right
    public Optional<Long> signed(
            PasskeySite site, byte[] challenge, byte[] credential, long signCount, String answer) {
        return readSigned(answer)
                .flatMap(data ->
                        attempt(() ->
                                manager.verify(
                                        data,
                                        new AuthenticationParameters(
                                                server(site, challenge),
                                                record(credential, signCount),
                                                null,
                                                true,
                                                true))))
                .map(AuthenticationData::getAuthenticatorData)
                .map(AuthenticatorData::getSignCount);
    }

    private CredentialRecord record(byte[] credential, long signCount) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                null,
                null,
                null,
                signCount,
                credentials.convert(credential),
                null,
                null,
                null,
                null);
    }

    private static ServerProperty server(PasskeySite site, byte[] challenge) {
        return ServerProperty.builder()
                .origins(site.origins().stream().map(Origin::create).collect(Collectors.toSet()))
                .rpId(site.host())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private Optional<RegistrationData> readNew(String answer) {
        return attempt(() -> manager.parseRegistrationResponseJSON(bounded(answer)));
    }

    private Optional<AuthenticationData> readSigned(String answer) {
        return attempt(() -> manager.parseAuthenticationResponseJSON(bounded(answer)));
    }

    private static String bounded(String answer) {
        if (answer.length() > ANSWER_CHARS_MAX) {
            throw new IllegalArgumentException("too long");
        }
        return answer;
    }

    private static Optional<byte[]> challenge(@Nullable CollectedClientData data) {
        return data == null
                ? Optional.empty()
                : Optional.ofNullable(data.getChallenge().getValue());
    }

    /// The library throws at whatever is not right; a stranger may have sent anything.
    private static <T> Optional<T> attempt(Supplier<T> work) {
        try {
            return Optional.ofNullable(work.get());
        } catch (WebAuthnException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
