package org.menfang.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The tidiness of `core`: it reads no clock, draws no lots, owns no thread, logs nothing, looks at
/// no environment, and depends on no order that differs from run to run.
class TidyTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final int FILE_LINES_MAX = 400;

    private static final List<Pattern> FORBIDDEN =
            Stream.of(
                            "Instant\\.now",
                            "LocalDate(Time)?\\.now",
                            "ZonedDateTime\\.now",
                            "\\bClock\\b",
                            "currentTimeMillis",
                            "nanoTime\\(",
                            "\\b(Secure|ThreadLocal|Splittable)?Random\\b",
                            "Math\\.random",
                            "randomUUID",
                            "\\bThread\\b",
                            "\\bExecutor",
                            "CompletableFuture",
                            "\\bTimer\\b",
                            "Logger",
                            "System\\.(out|err|getenv|getProperty|exit)",
                            "printStackTrace",
                            "parallelStream|\\.parallel\\(",
                            "identityHashCode",
                            "\\bHashSet\\b",
                            "IdentityHashMap",
                            "ConcurrentHashMap",
                            "\\b(Map|Set)\\.(of|copyOf|ofEntries)\\(",
                            "toUnmodifiable(Map|Set)|Collectors\\.(toMap|toSet|groupingBy)",
                            "java\\.(io|nio|net|sql)\\.")
                    .map(Pattern::compile)
                    .toList();

    /// Where a hash table may be: it is looked up and never walked.
    private static final List<String> LOOKED_UP_ONLY =
            List.of("AccessTable.java", "Permissions.java", "Rights.java");

    private static final Pattern WALK =
            Pattern.compile("(entrySet|keySet|values|forEach|replaceAll)\\(");

    private record Source(Path path, String code) {
        String name() {
            return path.getFileName().toString();
        }
    }

    private static List<Source> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .map(path -> new Source(path, withoutComments(read(path))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutComments(String text) {
        return text.replaceAll("(?m)//.*$", "");
    }

    @Test
    void nothing_in_core_touches_the_outside_or_chance() {
        List<String> found = new ArrayList<>();
        for (Source source : sources()) {
            for (Pattern pattern : FORBIDDEN) {
                Matcher matcher = pattern.matcher(source.code());
                if (matcher.find()) {
                    found.add(source.name() + ": " + matcher.group());
                }
            }
        }
        assertEquals(List.of(), found);
        assertTrue(sources().size() > 50, "the sources are where they are looked for");
    }

    @Test
    void a_hash_table_is_looked_up_and_never_walked() {
        for (Source source : sources()) {
            boolean hashes = Pattern.compile("\\bHashMap\\b").matcher(source.code()).find();
            if (LOOKED_UP_ONLY.contains(source.name())) {
                assertTrue(hashes, source.name() + " no longer needs its exception");
                assertFalse(WALK.matcher(source.code()).find(), source.name() + " walks");
            } else {
                assertFalse(hashes, source.name() + " uses a hash table");
            }
        }
    }

    @Test
    void no_file_is_longer_than_anybody_reads() {
        for (Source source : sources()) {
            long lines = read(source.path()).lines().count();
            assertTrue(lines <= FILE_LINES_MAX, source.name() + " has " + lines + " lines");
        }
    }

    @Test
    void the_rule_would_find_what_it_forbids() {
        Map<String, Boolean> samples =
                Map.of(
                        "Instant now = Instant.now();",
                        true,
                        "new Random(1)",
                        true,
                        "Thread" + ".sleep(1)",
                        true,
                        "now.plus(duration)",
                        false);
        samples.forEach((code, forbidden) ->
                assertEquals(
                        forbidden,
                        FORBIDDEN.stream().anyMatch(each -> each.matcher(code).find()),
                        code));
    }
}
