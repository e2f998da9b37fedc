package org.menfang.hub.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.cose.Keyring;
import org.menfang.hub.rules.RulesOffice.Published;
import org.menfang.hub.trust.Trust;
import org.menfang.json.Json;
import org.menfang.rules.RevokedPass;
import org.menfang.rules.RuleSet;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.PassId;

class RulesOfficeTest {
    private static final CompoundId ELM = new CompoundId("elm-lane");

    private static final RevokedPass TAKEN_BACK =
            new RevokedPass(new PassId("00112233445566AA"), Instant.parse("2026-12-01T00:00:00Z"));

    @TempDir private Path data;
    private List<RevokedPass> revoked = List.of();

    @Test
    void where_no_hub_ever_ran_nothing_can_be_signed() throws IOException {
        assertTrue(RulesOffice.open(data, List::of).isEmpty());
    }

    @Test
    void a_good_file_is_signed_with_the_key_that_gates_learn_when_they_join() throws IOException {
        Trust trust =
                Trust.open(data.resolve("trust"), List.of("localhost"), InstantSource.system());
        RuleSet rules = rules(3);
        assertInstanceOf(Published.Done.class, publish(file(rules)));
        byte[] envelope =
                RulesShelf.open(data.resolve("rules")).newest(ELM).orElseThrow().envelope();
        RuleParcel.Opening opening =
                RuleParcel.signed(envelope).open(Keyring.of(List.of(trust.rulesKey())));
        assertEquals(rules, assertInstanceOf(RuleParcel.Opening.Opened.class, opening).rules());
    }

    @Test
    void a_file_with_faults_is_not_signed() throws IOException {
        Trust.open(data.resolve("trust"), List.of("localhost"), InstantSource.system());
        Path file = Files.writeString(data.resolve("rules.json"), "{\"compound\":\"elm-lane\"}");
        assertInstanceOf(Published.Faulty.class, publish(file));
        assertEquals(Optional.empty(), RulesShelf.open(data.resolve("rules")).newest(ELM));
    }

    @Test
    void a_version_that_is_not_newer_is_not_signed() throws IOException {
        Trust.open(data.resolve("trust"), List.of("localhost"), InstantSource.system());
        publish(file(rules(3)));
        assertEquals(new Published.NotNewer(3, 3), publish(file(rules(3))));
    }

    @Test
    void a_pass_that_is_taken_back_is_told_with_the_next_version() throws IOException {
        Trust trust =
                Trust.open(data.resolve("trust"), List.of("localhost"), InstantSource.system());
        publish(file(rules(3)));
        revoked = List.of(TAKEN_BACK);
        RulesOffice office = RulesOffice.open(data, () -> revoked).orElseThrow();
        RulesShelf.Shelved told = office.tellRevoked().getFirst();
        assertEquals(4, told.version());
        RuleParcel.Opening opening =
                RuleParcel.signed(told.envelope()).open(Keyring.of(List.of(trust.rulesKey())));
        RuleSet rules = assertInstanceOf(RuleParcel.Opening.Opened.class, opening).rules();
        assertEquals(revoked, rules.passes().revoked());
        assertEquals(List.of(), office.tellRevoked());
        publish(file(rules(5)));
        assertEquals(List.of(), office.tellRevoked());
    }

    private Published publish(Path file) throws IOException {
        return RulesOffice.open(data, () -> revoked).orElseThrow().publish(file);
    }

    private Path file(RuleSet rules) throws IOException {
        return Files.writeString(data.resolve("rules.json"), new String(Json.write(rules), UTF_8));
    }

    private static RuleSet rules(long version) {
        return RuleSet.ofRights(ELM, version, List.of(), List.of(), List.of(), List.of());
    }
}
