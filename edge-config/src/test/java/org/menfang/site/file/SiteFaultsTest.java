package org.menfang.site.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.menfang.Golden;
import org.menfang.json.Yaml;

class SiteFaultsTest {
    private static final String FOLDER = "org/menfang/site/file/faults";
    private static final Path FIXTURES = Path.of("src/test/resources", FOLDER);

    static List<String> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void every_fault_of_a_file_is_named_in_both_languages(String file) throws IOException {
        List<SiteFault> faults = faults(FIXTURES.resolve(file));
        String messages =
                Stream.of(Locale.ENGLISH, Locale.CHINESE)
                        .flatMap(language ->
                                faults.stream().map(fault -> fault.describe(file, language)))
                        .collect(Collectors.joining("\n", "", "\n"));
        Golden.check(FOLDER + "/" + file.replace(".yaml", ".txt"), messages);
    }

    @Test
    void every_code_has_a_file_that_shows_it(@TempDir Path folder) throws IOException {
        Set<FaultCode> shown = EnumSet.noneOf(FaultCode.class);
        for (String file : fixtures()) {
            faults(FIXTURES.resolve(file)).forEach(fault -> shown.add(fault.code()));
        }
        faults(folder.resolve("missing.yaml")).forEach(fault -> shown.add(fault.code()));
        faults(tooLong(folder)).forEach(fault -> shown.add(fault.code()));
        assertEquals(EnumSet.allOf(FaultCode.class), shown);
    }

    @Test
    void every_code_has_a_message_in_each_language_and_every_message_a_code() {
        Set<String> keys =
                Arrays.stream(FaultCode.values())
                        .map(FaultCode::key)
                        .collect(Collectors.toCollection(TreeSet::new));
        keys.add(SiteFault.GUESS_KEY);
        assertEquals(keys, new TreeSet<>(SiteFault.MESSAGES.keys(Locale.ENGLISH)));
        assertEquals(keys, new TreeSet<>(SiteFault.MESSAGES.keys(Locale.CHINESE)));
    }

    @Test
    void a_message_in_chinese_tells_as_much_as_the_one_in_english() {
        for (FaultCode code : FaultCode.values()) {
            assertEquals(
                    placeholders(code, Locale.ENGLISH),
                    placeholders(code, Locale.CHINESE),
                    code.key());
        }
    }

    @Test
    void a_file_that_is_too_long_is_not_read(@TempDir Path folder) throws IOException {
        assertEquals(
                "site.yaml:1:1: The file is longer than 262144 bytes.",
                faults(tooLong(folder)).getFirst().describe("site.yaml", Locale.ENGLISH));
    }

    @Test
    void a_fault_quotes_a_long_word_in_part() throws IOException {
        SiteCheck check = SiteText.check(("x".repeat(500) + ": 1\n").getBytes(UTF_8));
        List<SiteFault> faults = assertInstanceOf(SiteCheck.Bad.class, check).faults();
        assertTrue(faults.stream().allMatch(fault -> fault.message(Locale.CHINESE).length() < 200));
    }

    private static String placeholders(FaultCode code, Locale language) {
        String message = SiteFault.MESSAGES.text(language, code.key(), List.of());
        return message.replaceAll("[^{}0-9]|(?<!\\{)[0-9]", "")
                .chars()
                .filter(Character::isDigit)
                .sorted()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static Path tooLong(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("long.yaml"), "#".repeat(Yaml.DOCUMENT_BYTES_MAX + 1));
    }

    private static List<SiteFault> faults(Path file) {
        return assertInstanceOf(SiteCheck.Bad.class, SiteFiles.check(file), file.toString())
                .faults();
    }
}
