package org.menfang.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Everything of a gate and a hub that has a bound: each limit is positive, its name says of what
/// it is a number, and a test reaches it. A new limit without a line in `limits.txt` is red.
class LimitsTest {
    private static final List<String> CLASSES =
            List.of(
                    "org.menfang.gate.Limits",
                    "org.menfang.gate.sqlite.JournalLimits",
                    "org.menfang.gate.sqlite.RuleArchiveLimits",
                    "org.menfang.gate.watch.WatchLimits",
                    "org.menfang.mqtt.LinkLimits",
                    "org.menfang.rules.RuleLimits",
                    "org.menfang.hub.web.HttpLimits");

    /// A limit of a format that its callers set, each for itself.
    private static final Set<String> SET_BY_CALLERS = Set.of("org.menfang.cbor.CborLimits");

    /// No more limits may be without a test that reaches them. The number only goes down.
    private static final int NOT_REACHED_MAX = 33;

    /// A count says what is counted, and that it is a most or a least; lengths of time say it by
    /// their type.
    private static final Pattern COUNT = Pattern.compile("(.*[a-z])?(s[A-Za-z]*)(Max|Min)");

    /// Names that say their unit in a sentence.
    private static final Set<String> COUNTS_OF_OTHER_NAMES =
            Set.of(
                    "Limits.SHOWN_TO_SAY_MORE",
                    "Limits.DENIAL_BURST_MAX",
                    "HttpLimits.BACKLOG_MAX",
                    "RuleLimits.REVOKED_MAX");

    private static final String NOT_REACHED = "-";

    @Test
    void every_class_of_limits_is_looked_at() {
        SourceTree house = SourceTree.ofThisHouse();
        Set<String> found =
                house.javaFiles().stream()
                        .map(house::nameOf)
                        .filter(name -> name.contains("src/main/java/"))
                        .filter(name -> name.endsWith("Limits.java"))
                        .map(name -> name.replaceAll(".*src/main/java/|\\.java$", ""))
                        .map(name -> name.replace('/', '.'))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = new TreeSet<>(CLASSES);
        known.addAll(SET_BY_CALLERS);
        assertEquals(known, found);
    }

    @Test
    void every_limit_is_positive_and_says_of_what_it_is_a_number() throws Exception {
        for (Map.Entry<String, Object> limit : limits().entrySet()) {
            String name = limit.getKey();
            switch (limit.getValue()) {
                case Duration duration -> assertTrue(duration.isPositive(), name);
                case Number number -> {
                    assertTrue(number.longValue() > 0, name);
                    boolean saysUnit =
                            COUNT.matcher(camel(name)).matches()
                                    || COUNTS_OF_OTHER_NAMES.contains(name);
                    assertTrue(saysUnit, name + " does not say of what it is a number");
                }
                default -> throw new AssertionError(name + " is no limit");
            }
        }
    }

    @Test
    void every_limit_has_a_line_and_every_line_a_limit_and_a_test() throws Exception {
        Map<String, String> lines = lines();
        assertEquals(limits().keySet(), lines.keySet());
        Map<String, String> tests = tests();
        List<String> notReached = new ArrayList<>();
        lines.forEach((limit, reached) -> {
            if (reached.startsWith(NOT_REACHED)) {
                assertTrue(reached.length() > 10, limit + " needs a reason");
                notReached.add(limit);
            } else {
                String[] parts = reached.split("\\.", 2);
                String source = tests.getOrDefault(parts[0], "");
                assertFalse(source.isEmpty(), limit + ": there is no test " + parts[0]);
                boolean isThere = parts.length == 1 || source.contains(" " + parts[1] + "(");
                assertTrue(isThere, limit + ": there is no test " + reached);
            }
        });
        assertTrue(notReached.size() <= NOT_REACHED_MAX, notReached::toString);
    }

    @Test
    void a_limit_without_a_unit_is_seen() {
        assertFalse(COUNT.matcher(camel("Limits.INBOX_MAX")).matches());
        assertFalse(COUNT.matcher(camel("JournalLimits.requests")).matches());
        assertTrue(COUNT.matcher(camel("Limits.INBOX_INPUTS_MAX")).matches());
        assertTrue(COUNT.matcher(camel("JournalLimits.journalRequestsMax")).matches());
    }

    /// Every limit by its name: constants, and the components of records as they usually are.
    private static Map<String, Object> limits() throws Exception {
        Map<String, Object> all = new TreeMap<>();
        for (String name : CLASSES) {
            Class<?> type = Class.forName(name);
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                    field.setAccessible(true);
                    Object value = field.get(null);
                    if (type.isInstance(value)) {
                        addComponents(all, type, value);
                    } else if (value instanceof Number || value instanceof Duration) {
                        all.put(type.getSimpleName() + "." + field.getName(), value);
                    }
                }
            }
        }
        return all;
    }

    private static void addComponents(Map<String, Object> all, Class<?> type, Object value)
            throws ReflectiveOperationException {
        for (RecordComponent component : type.getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            all.put(
                    type.getSimpleName() + "." + component.getName(),
                    component.getAccessor().invoke(value));
        }
    }

    private static Map<String, String> lines() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (InputStream in = LimitsTest.class.getResourceAsStream("limits.txt")) {
            assertTrue(in != null, "limits.txt is missing");
            for (String line :
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] parts = line.split(" +", 2);
                    assertEquals(null, all.put(parts[0], parts[1]), parts[0] + " stands twice");
                }
            }
        }
        return all;
    }

    /// The sources of tests by the name of their class.
    private static Map<String, String> tests() {
        SourceTree house = SourceTree.ofThisHouse();
        Map<String, String> all = new TreeMap<>();
        for (Path file : house.javaFiles()) {
            if (house.nameOf(file).contains("src/test/java/")) {
                String name = String.valueOf(file.getFileName());
                all.put(name.substring(0, name.length() - ".java".length()), house.read(file));
            }
        }
        return all;
    }

    /// The name of a limit without its class, as words written together.
    private static String camel(String name) {
        String own = name.substring(name.indexOf('.') + 1);
        if (!own.contains("_")) {
            return own;
        }
        StringBuilder words = new StringBuilder();
        for (String word : own.split("_", -1)) {
            words.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return words.toString();
    }
}
