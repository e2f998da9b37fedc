package org.menfang.rules.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.Golden;
import org.menfang.json.Json;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.Credential;
import org.menfang.rules.HouseholdRules;
import org.menfang.rules.LevelRules;
import org.menfang.rules.RuleLimits;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.CredentialStatus;
import org.menfang.wire.Samples;

class RuleSetFilesTest {
    @Test
    void a_rule_set_is_read_as_it_was_written() {
        RuleSet rules = Samples.ruleSet();
        assertEquals(new RuleSetCheck.Good(rules), check(Json.write(rules)));
    }

    @Test
    void any_rule_set_is_read_as_it_was_written() {
        for (long seed = 1; seed <= 1_000; seed++) {
            RuleSet rules = new RandomRuleSets(seed).next();
            assertEquals(new RuleSetCheck.Good(rules), check(Json.write(rules)), "seed " + seed);
        }
    }

    @Test
    void a_part_that_is_left_out_says_nothing() {
        String text =
                """
                {"compound": "xingfu-li", "version": 1, "schedules": [], "profiles": [],
                 "holders": [{"id": "h-1", "kind": "RESIDENT"}],
                 "credentials": [{"identifier": "wiegand-26:01:0001", "holder": "h-1", "status": "ACTIVE"}],
                 "places": {"accessPoints": [{"accessPoint": "north-in"}]}}
                """;
        RuleSet rules = good(text);
        assertEquals(HouseholdRules.NONE, rules.households());
        assertEquals(LevelRules.NONE, rules.levels());
        assertEquals(List.of(), rules.holders().getFirst().profiles());
        assertEquals(
                List.of(
                        new AccessPointRule(
                                new AccessPointId("north-in"),
                                List.of(),
                                null,
                                AccessPointRule.SECOND_PERSON_SECONDS_USUAL,
                                List.of(),
                                AccessPointRule.ESCORT_SECONDS_USUAL,
                                null)),
                rules.places().accessPoints());
        assertEquals(CredentialClass.PLAIN_NUMBER, rules.credentials().getFirst().type());
    }

    @Test
    void every_fault_of_a_rule_set_is_named_in_both_languages() {
        String faults =
                """
                {"compound": "xingfu-li", "version": 0, "colour": ["red"],
                 "schedules": [
                  {"id": "always", "periods": [{"days": ["MONDAY", "MONDAY"], "fromMinute": 0, "untilMinute": 1440}]},
                  {"id": "always", "periods": []},
                  {"id": "never", "periods": [{"days": ["MONDAY"], "fromMinute": 1440, "untilMinute": 60}]}
                 ],
                 "profiles": {},
                 "holders": [
                  {"id": "h-1", "kind": "RESIDENT", "profiles": [], "suspended": false, "extendedTimes": false},
                  {"id": "h-1", "kind": "RESIDENT", "profiles": [], "suspended": false, "extendedTimes": false},
                  {"id": "h-2", "kind": "GUEST", "profiles": [], "suspended": false, "extendedTimes": false},
                  {"id": "h-3", "profiles": [], "profile": "resident"},
                  7
                 ]}
                """;
        Golden.check("org/menfang/rules/file/faults.txt", messages(faults));
    }

    @Test
    void what_a_rule_set_names_and_does_not_hold_is_a_fault() {
        String faults =
                """
                {"compound": "xingfu-li", "version": 1, "schedules": [],
                 "profiles": [
                  {"id": "resident", "policies": [{"accessPoint": "north-in", "schedule": "always"}]},
                  {"id": "resident", "policies": []}],
                 "holders": [
                  {"id": "h-1", "kind": "RESIDENT", "profiles": ["residents"], "suspended": false, "extendedTimes": false}],
                 "credentials": [
                  {"identifier": "wiegand-26:01:0001", "holder": "h-1", "status": "ACTIVE"},
                  {"identifier": "wiegand-26:01:0001", "holder": "h-2", "status": "ACTIVE"}]}
                """;
        Golden.check("org/menfang/rules/file/references.txt", messages(faults));
    }

    @Test
    void what_is_no_rule_set_at_all_is_refused_with_its_place() {
        for (String text :
                List.of("", "[]", "7", "{", "{\"compound\": \"a\"} {}", "{\"holders\": [")) {
            assertInstanceOf(RuleSetCheck.Bad.class, check(text.getBytes(UTF_8)), text);
        }
        RuleFault fault = faults("{\n  \"compound\": xingfu}".getBytes(UTF_8)).getFirst();
        assertEquals(RuleFaultCode.SYNTAX, fault.code());
        assertEquals(2, fault.line());
        byte[] latin = "{\"compound\": \"\u00e9\"}".getBytes(ISO_8859_1);
        assertEquals(RuleFaultCode.SYNTAX, faults(latin).getFirst().code());
        byte[] deep = ("{\"holders\": " + "[".repeat(100_000)).getBytes(UTF_8);
        assertEquals(RuleFaultCode.SYNTAX, faults(deep).getFirst().code());
    }

    @Test
    void a_file_that_is_missing_is_a_fault(@TempDir Path folder) {
        assertEquals(
                "rules.json: The file cannot be read: NoSuchFileException.",
                assertInstanceOf(
                                RuleSetCheck.Bad.class,
                                RuleSetFiles.check(folder.resolve("rules.json")))
                        .faults()
                        .getFirst()
                        .describe("rules.json", Locale.ENGLISH));
    }

    @Test
    void a_file_with_a_thousand_faults_tells_the_first_hundred() {
        String holders = String.join(",\n", Collections.nCopies(1000, "{\"id\": 7}"));
        List<RuleFault> faults = faults(("{\"holders\": [" + holders + "]}").getBytes(UTF_8));
        assertEquals(RuleSetFiles.FAULTS_MAX + 1, faults.size());
        assertEquals(RuleFaultCode.AND_MORE, faults.getLast().code());
    }

    @Test
    void the_largest_rule_set_is_read(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rules.json");
        Files.write(file, Json.write(withCredentials(RuleLimits.CREDENTIALS_MAX)));
        RuleSet read = assertInstanceOf(RuleSetCheck.Good.class, RuleSetFiles.check(file)).rules();
        assertEquals(RuleLimits.CREDENTIALS_MAX, read.credentials().size());
    }

    @Test
    void one_schedule_more_than_the_limit_is_refused() {
        String schedules =
                IntStream.rangeClosed(0, RuleLimits.SCHEDULES_MAX)
                        .mapToObj("{\"id\":\"s-%d\",\"periods\":[]}"::formatted)
                        .collect(Collectors.joining(","));
        String text =
                "{\"compound\":\"a\",\"version\":1,\"schedules\":[%s],\"profiles\":[],\"holders\":[],\"credentials\":[]}"
                        .formatted(schedules);
        List<RuleFault> faults = faults(text.getBytes(UTF_8));
        assertEquals(
                List.of(RuleFaultCode.TOO_MANY), faults.stream().map(RuleFault::code).toList());
    }

    @Test
    void every_code_has_a_message_in_each_language_and_every_message_a_code() {
        TreeSet<String> keys =
                Arrays.stream(RuleFaultCode.values())
                        .map(RuleFaultCode::key)
                        .collect(Collectors.toCollection(TreeSet::new));
        keys.add(RuleFault.GUESS_KEY);
        assertEquals(keys, new TreeSet<>(RuleFault.MESSAGES.keys(Locale.ENGLISH)));
        assertEquals(keys, new TreeSet<>(RuleFault.MESSAGES.keys(Locale.CHINESE)));
    }

    @Test
    void a_limit_leaves_room_for_a_district() {
        assertTrue(RuleLimits.HOLDERS_MAX > 201_000);
    }

    private static RuleSet withCredentials(int credentials) {
        RuleSet sample = Samples.ruleSet();
        List<Credential> many =
                IntStream.range(0, credentials)
                        .mapToObj(i ->
                                Credential.card(
                                        new CredentialIdentifier("wiegand-34:%08X".formatted(i)),
                                        sample.holders().getFirst().id(),
                                        CredentialStatus.ACTIVE,
                                        null,
                                        null))
                        .toList();
        return RuleSet.ofRights(
                sample.compound(),
                sample.version(),
                sample.schedules(),
                sample.profiles(),
                sample.holders(),
                many);
    }

    private static RuleSet good(String text) {
        return assertInstanceOf(RuleSetCheck.Good.class, check(text.getBytes(UTF_8))).rules();
    }

    private static String messages(String text) {
        List<RuleFault> faults = faults(text.getBytes(UTF_8));
        return IntStream.range(0, 2)
                .mapToObj(i -> i == 0 ? Locale.ENGLISH : Locale.CHINESE)
                .flatMap(language ->
                        faults.stream().map(fault -> fault.describe("rules.json", language)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static RuleSetCheck check(byte[] text) {
        return RuleSetFiles.check(new ByteArrayInputStream(text));
    }

    private static List<RuleFault> faults(byte[] text) {
        return assertInstanceOf(RuleSetCheck.Bad.class, check(text)).faults();
    }
}
