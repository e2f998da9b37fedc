package org.menfang.rules.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.menfang.Golden;
import org.menfang.rules.RuleSet;
import org.menfang.site.Site;

class RulesAgainstSiteTest {
    private static final String CHANGES = "org/menfang/rules/file/changes.txt";

    /// What is tested elsewhere: files, packing, signatures, and what is no rule set at all.
    private static final Set<RuleFaultCode> ELSEWHERE =
            EnumSet.of(
                    RuleFaultCode.FILE_UNREADABLE,
                    RuleFaultCode.TOO_LONG,
                    RuleFaultCode.NOT_PACKED,
                    RuleFaultCode.NOT_SIGNED,
                    RuleFaultCode.UNKNOWN_KEY,
                    RuleFaultCode.WRONG_SIGNATURE,
                    RuleFaultCode.SYNTAX,
                    RuleFaultCode.NOT_A_LIST,
                    RuleFaultCode.MISSING_FIELD,
                    RuleFaultCode.TOO_MANY,
                    RuleFaultCode.BAD_VERSION,
                    RuleFaultCode.KEEPS_SOMEONE_IN,
                    RuleFaultCode.AND_MORE);

    @Test
    void the_example_fits_its_site() {
        assertEquals(List.of(), faults(ClinicRules.text(), ClinicRules.site()));
        RuleSet rules = example();
        assertEquals(List.of(), RulesAgainstSite.check(rules, ClinicRules.site()));
    }

    /// Each change of the example in the file has the faults that stand below it.
    @Test
    void every_change_for_the_worse_is_a_fault_with_its_place() throws IOException {
        StringBuilder told = new StringBuilder();
        Set<RuleFaultCode> found = EnumSet.noneOf(RuleFaultCode.class);
        String name = "";
        for (String line : lines(CHANGES)) {
            int arrow = line.indexOf(" => ");
            if (!line.startsWith("  ")) {
                name = line;
            } else if (arrow > 0) {
                List<RuleFault> faults = faults(changed(line, arrow), ClinicRules.site());
                assertTrue(!faults.isEmpty(), name);
                faults.forEach(fault -> found.add(fault.code()));
                told.append(name).append('\n').append(line).append('\n').append(words(faults));
            }
        }
        Golden.check(CHANGES, told.toString());
        assertEquals(EnumSet.complementOf(EnumSet.copyOf(ELSEWHERE)), found);
    }

    @Test
    void without_a_text_a_fault_has_its_path() {
        Site other = ClinicRules.siteWithReaderAtExit(true);
        assertEquals(
                List.of("gates[0].accessPoints"),
                RulesAgainstSite.check(example(), other).stream().map(RuleFault::path).toList());
        assertEquals(
                "rules.json: gates[0].accessPoints: The gate has other ones than the set believes."
                        + " Not there: –. Not in the set: north-exit.",
                RulesAgainstSite.check(example(), other)
                        .getFirst()
                        .describe("rules.json", Locale.ENGLISH));
    }

    @Test
    void a_rule_that_may_deny_on_the_way_out_needs_an_exit_button_beside_it() {
        String rules = rulesAtExit();
        Golden.check(
                "org/menfang/rules/file/keeps-someone-in.txt",
                words(faults(withoutButton(rules), ClinicRules.siteWithReaderAtExit(false))));
        assertEquals(List.of(), faults(rules, ClinicRules.siteWithReaderAtExit(true)));
    }

    @Test
    void a_set_without_outlines_may_name_what_the_site_has() {
        String text = ClinicRules.text();
        int from = text.indexOf("  \"gates\"");
        String plain = text.substring(0, from) + text.substring(text.indexOf("  \"specialDays\""));
        assertEquals(List.of(), faults(plain, ClinicRules.site()));
        String wrong = ClinicRules.changed(plain, "{\"area\": \"yard\"", "{\"area\": \"court\"");
        assertEquals(
                List.of("places.areas[0].area"),
                faults(wrong, ClinicRules.site()).stream().map(RuleFault::path).toList());
    }

    @Test
    void what_a_set_says_of_another_gate_is_that_gates_to_check() {
        String text =
                ClinicRules.changed(
                        ClinicRules.text(),
                        "\"gates\": [",
                        """
                        "gates": [{"gate": "back", "areas": ["yard", "lane"], "doors": ["back-gate"], "accessPoints": ["back-out"]},
                        """);
        text =
                ClinicRules.changed(
                        text,
                        "\"accessPoints\": [\"clinic-in\"], \"usesMax\"",
                        "\"accessPoints\": [\"clinic-in\", \"back-out\"], \"usesMax\"");
        assertEquals(List.of(), faults(text, ClinicRules.site()));
    }

    /// The example with a rule of every kind at the way out by the north gate.
    private static String rulesAtExit() {
        String text = ClinicRules.text();
        text =
                ClinicRules.changed(
                        text,
                        "\"north-in\", \"north-out\"",
                        "\"north-in\", \"north-exit\", \"north-out\"");
        text =
                ClinicRules.changed(
                        text,
                        "    \"accessPoints\": [\n",
                        """
                            "accessPoints": [
                              {"accessPoint": "north-exit", "security": [{"schedule": "night", "level": "CARD_AND_PIN"}],
                               "twoPersons": "night", "escorted": ["VISITOR"], "notAgainSeconds": 30},
                        """);
        text =
                ClinicRules.changed(
                        text,
                        "    \"areas\": [\n",
                        """
                            "areas": [
                              {"area": "street", "passback": "HARD", "occupantsMax": 100},
                        """);
        text =
                ClinicRules.changed(
                        text,
                        "\"accessPoints\": [\"clinic-in\"], \"usesMax\"",
                        "\"accessPoints\": [\"north-exit\"], \"usesMax\"");
        text =
                ClinicRules.changed(
                        text,
                        "[\"clinic-door\", \"bike-shed\"]",
                        "[\"clinic-door\", \"north-gate\"]");
        text =
                ClinicRules.changed(
                        text,
                        "{\"type\": \"PAPER_PASS\", \"accessPoint\": \"clinic-in\"}",
                        "{\"type\": \"PAPER_PASS\", \"accessPoint\": \"north-exit\"}");
        text =
                ClinicRules.changed(
                        text,
                        "[{\"schedule\": \"school-run\",",
                        "[{\"schedule\": \"night\", \"mode\": \"BLOCKED\"}, {\"schedule\": \"school-run\",");
        return ClinicRules.changed(
                text,
                "{\"door\": \"south-gate\", \"mode\": \"LOCKED_DOWN\"}",
                "{\"door\": \"north-gate\", \"mode\": \"LOCKED_DOWN\"}");
    }

    private static String withoutButton(String rules) {
        return ClinicRules.changed(rules, "\"north-exit\", \"north-out\"", "\"north-exit\"");
    }

    private static String changed(String line, int arrow) {
        String from = line.substring(2, arrow).replace('\'', '"');
        String to = line.substring(arrow + 4).replace('\'', '"');
        String back =
                """
                "accessPoints": []}, {"gate": "back", "doors": ["bike-shed"],\
                """;
        String text =
                ClinicRules.changed(
                        ClinicRules.text(),
                        from,
                        to.replace("$PINS", ClinicRules.pins(11)).replace("$BACK", back));
        return to.contains("$PINS")
                ? ClinicRules.changed(text, "\"pinDigits\": 6", "\"pinDigits\": 4")
                : text;
    }

    private static RuleSet example() {
        return assertInstanceOf(RuleSetCheck.Good.class, RuleSetFiles.check(ClinicRules.FILE))
                .rules();
    }

    private static List<RuleFault> faults(String text, Site site) {
        return ClinicRules.faults(text, site);
    }

    private static String words(List<RuleFault> faults) {
        return faults.stream()
                .map(fault -> "  " + fault.describe("rules.json", Locale.ENGLISH) + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in =
                RulesAgainstSiteTest.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource);
            }
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        }
    }
}
