package org.menfang.gate.hublink;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.menfang.cose.VerifyingKey;
import org.menfang.enrol.DeviceProblem;
import org.menfang.enrol.EnrolmentAnswer;
import org.menfang.enrol.EnrolmentRequest;
import org.menfang.enrol.OneTimeCode;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.site.HubAddress;
import org.menfang.tls.Pem;
import org.menfang.tls.TlsContexts;
import org.menfang.wire.GateIdentity;

/// Joins a gate to its hub: makes a key, and trades a one-time code for a certificate. The key
/// never leaves the gate, and nothing is said to a server that the code does not name.
public final class Enrolment {
    private static final Duration WAIT = Duration.ofSeconds(20);

    private Enrolment() {}

    /// What became of it.
    public sealed interface Outcome {
        /// @param rulesKeys whose rule sets the gate accepts from now on
        record Joined(GateKeys keys, List<VerifyingKey> rulesKeys) implements Outcome {
            public Joined {
                rulesKeys = List.copyOf(rulesKeys);
            }
        }

        /// What was typed is no code: a letter is wrong or missing.
        record NotACode() implements Outcome {}

        /// The server at this address is not the hub that made the code.
        record AnotherHub() implements Outcome {}

        /// The hub said no.
        record Refused(String why) implements Outcome {}

        /// There was no answer; the code still works unless the hub had used it up.
        record NoAnswer(String why) implements Outcome {}
    }

    /// Trades a code, and stores what it gets in the folder of keys.
    ///
    /// @param logKey what the hub checks this gate's log with
    /// @throws IOException if the keys cannot be stored
    public static Outcome join(
            HubAddress hub, GateIdentity gate, String typed, PublicKey logKey, Path folder)
            throws IOException {
        Optional<OneTimeCode> code = OneTimeCode.read(typed);
        if (code.isEmpty()) {
            return new Outcome.NotACode();
        }
        Outcome outcome = ask(hub, gate, code.get(), logKey);
        if (outcome instanceof Outcome.Joined(GateKeys keys, List<VerifyingKey> rulesKeys)) {
            // The certificate last: a gate that has it counts as joined.
            RulesKeys.store(folder, rulesKeys);
            keys.store(folder);
        }
        return outcome;
    }

    private static Outcome ask(
            HubAddress hub, GateIdentity gate, OneTimeCode code, PublicKey logKey) {
        try {
            Optional<X509Certificate> authority = HubCertificate.authority(hub, code, WAIT);
            if (authority.isEmpty()) {
                return new Outcome.AnotherHub();
            }
            KeyPair keys = keys();
            EnrolmentRequest request =
                    new EnrolmentRequest(code.text(), base64(keys.getPublic()), base64(logKey));
            HttpResponse<byte[]> response = post(hub, authority.get(), request);
            return response.statusCode() == 200
                    ? joined(gate, keys, authority.get(), response.body())
                    : new Outcome.Refused(problem(response));
        } catch (IOException e) {
            return new Outcome.NoAnswer(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.NoAnswer("interrupted");
        }
    }

    private static HttpResponse<byte[]> post(
            HubAddress hub, X509Certificate authority, EnrolmentRequest request)
            throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder()
                        .sslContext(TlsContexts.trusting(authority))
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(WAIT)
                        .build()) {
            return client.send(
                    HttpRequest.newBuilder(uri(hub, EnrolmentRequest.PATH))
                            .timeout(WAIT)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(request)))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static Outcome joined(
            GateIdentity gate, KeyPair keys, X509Certificate authority, byte[] body) {
        return switch (Json.parse(body, EnrolmentAnswer.class)) {
            case Parsed.Malformed<EnrolmentAnswer>(String why) -> new Outcome.Refused(why);
            case Parsed.Read<EnrolmentAnswer>(EnrolmentAnswer answer) ->
                    joined(gate, keys, authority, answer);
        };
    }

    private static Outcome joined(
            GateIdentity gate, KeyPair keys, X509Certificate authority, EnrolmentAnswer answer) {
        try {
            var chain = Pem.certificates(answer.certificates());
            GateKeys joined = GateKeys.of(keys.getPrivate(), chain);
            if (!joined.belongTo(gate)) {
                return new Outcome.Refused(
                        "the code was made for " + answer.name() + ", and this is " + gate);
            }
            var rulesKeys = RulesKeys.keys(answer.rulesKeys());
            if (rulesKeys.isEmpty()) {
                return new Outcome.Refused("the hub sent a key for rules that is none");
            }
            return chain.getLast().equals(authority)
                    ? new Outcome.Joined(joined, rulesKeys.get())
                    : new Outcome.AnotherHub();
        } catch (GeneralSecurityException e) {
            return new Outcome.Refused("the hub sent certificates that do not fit: " + e);
        }
    }

    private static String problem(HttpResponse<byte[]> response) {
        return switch (Json.parse(response.body(), DeviceProblem.class)) {
            case Parsed.Read<DeviceProblem>(DeviceProblem problem) -> problem.problem();
            case Parsed.Malformed<DeviceProblem> malformed -> "status " + response.statusCode();
        };
    }

    static URI uri(HubAddress hub, String path) {
        String host = hub.host().contains(":") ? "[" + hub.host() + "]" : hub.host();
        return URI.create("https://" + host + ":" + hub.httpsPort() + path);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    private static String base64(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
