package org.menfang.gate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.menfang.standard.ReasonMap;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;

/// The table of rules must not outlive the code that it tells of.
final class RulesTableTest {
    private static final Path TABLE = Path.of("docs", "rules.md");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(\\w+)`");
    private static final String NO_MATTER = "does not matter";
    private static final int ROUNDS = 2_000;

    private final List<Row> rows = rows();

    private record Row(
            RuleName rule,
            DenyReason reason,
            String onvif,
            String bacnet,
            String untrusted,
            String tests) {
        static Row of(String line) {
            List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            return new Row(
                    RuleName.valueOf(cells.get(1)),
                    DenyReason.valueOf(cells.get(2)),
                    cells.get(3),
                    cells.get(4),
                    cells.get(5),
                    cells.get(6));
        }
    }

    @Test
    void every_rule_and_every_reason_has_a_row_and_rows_follow_the_rules() {
        List<RuleName> rules = rows.stream().map(Row::rule).toList();
        assertEquals(rules.stream().sorted().toList(), rules);
        assertEquals(List.of(RuleName.values()), rules.stream().distinct().toList());
        EnumSet<DenyReason> reasons = EnumSet.noneOf(DenyReason.class);
        rows.forEach(row -> reasons.add(row.reason()));
        assertEquals(EnumSet.allOf(DenyReason.class), reasons);
    }

    @Test
    void the_judge_asks_every_rule_but_the_one_that_only_the_disk_can_answer() {
        List<RuleName> asked = new ArrayList<>(Judge.RULES.stream().map(Rule::name).toList());
        asked.add(RuleName.DURABLE);
        assertEquals(List.of(RuleName.values()), asked);
    }

    @Test
    void each_reason_bears_the_names_of_the_map() {
        for (Row row : rows) {
            assertEquals(ReasonMap.onvif(row.reason()).text(), row.onvif(), row.toString());
            assertEquals(ReasonMap.bacnet(row.reason()).text(), row.bacnet(), row.toString());
        }
    }

    @Test
    void every_row_says_what_holds_without_a_clock_and_names_tests_that_are_there()
            throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = new ArrayList<>();
        for (Row row : rows) {
            assertTrue(!row.untrusted().isEmpty(), row.toString());
            Matcher named = NAMED.matcher(row.tests());
            assertTrue(named.find(), row.toString());
            do {
                String source = tests.getOrDefault(named.group(1), "");
                if (!source.contains("void " + named.group(2) + "(")) {
                    missing.add(named.group());
                }
            } while (named.find());
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void a_rule_to_which_the_clock_does_not_matter_says_the_same_at_any_time() {
        AccessTable table = ExplanationTest.estate().table();
        List<Rule> timeless = Judge.RULES.stream().filter(this::isTimeless).toList();
        assertTrue(timeless.size() > 8, timeless.toString());
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            String words = RandomWords.next(random);
            for (Rule rule : timeless) {
                Finding usual = rule.judge(table.caseOf(Asking.inquiry(words)));
                for (String clock : Asking.CLOCKS) {
                    Case asked = table.caseOf(Asking.inquiry(words + " " + clock));
                    assertEquals(usual, rule.judge(asked), () -> rule.name() + ": " + words);
                }
            }
        }
    }

    @Test
    void a_rule_gives_no_reason_but_those_of_its_rows() {
        AccessTable table = ExplanationTest.estate().table();
        TreeSet<String> listed = new TreeSet<>();
        rows.forEach(row -> listed.add(row.rule() + " " + row.reason()));
        TreeSet<String> given = new TreeSet<>();
        Random random = new Random(8);
        for (int round = 0; round < ROUNDS; round++) {
            for (Judge.RuleFinding found :
                    Judge.explain(table, Asking.inquiry(RandomWords.next(random)))) {
                if (found.finding() instanceof Finding.Denies(DenyReason reason)) {
                    given.add(found.rule() + " " + reason);
                }
            }
        }
        given.removeAll(listed);
        assertEquals(new TreeSet<>(), given);
    }

    private boolean isTimeless(Rule rule) {
        return rows.stream()
                .filter(row -> row.rule() == rule.name())
                .allMatch(row -> row.untrusted().startsWith(NO_MATTER));
    }

    private static List<Row> rows() {
        try {
            return Files.readAllLines(TABLE).stream()
                    .filter(line -> line.startsWith("|"))
                    .skip(2)
                    .map(Row::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The sources of all test classes of this module, by name.
    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                tests.merge(name, Files.readString(file), String::concat);
            }
        }
        return tests;
    }
}
