package org.menfang.rules.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.menfang.json.Json;
import org.menfang.json.JsonSchema;
import org.menfang.json.JsonTree;
import org.menfang.json.Parsed;

class RulesFileDocsTest {
    private static final Path PAGE = Path.of("docs/rules-file.md");
    private static final Path SCHEMA =
            Path.of("src/main/resources/org/menfang/rules/file/rules.schema.json");
    private static final Pattern BLOCK = Pattern.compile("(?s)```json\n(.*?)```");
    private static final List<String> PARTS =
            List.of(
                    "compound",
                    "version",
                    "decided",
                    "gates",
                    "specialDays",
                    "schedules",
                    "profiles",
                    "holders",
                    "credentials",
                    "places",
                    "households",
                    "recognition",
                    "levels",
                    "passes");

    /// The example itself is checked against its site; so what is part of it is good.
    @Test
    void what_the_page_shows_is_part_of_the_example() throws IOException {
        JsonTree example = tree(ClinicRules.text());
        List<JsonTree> blocks =
                BLOCK.matcher(Files.readString(PAGE))
                        .results()
                        .map(block -> tree(block.group(1)))
                        .toList();
        for (JsonTree block : blocks) {
            assertTrue(isPart(block, example), block.toString());
        }
        for (String part : PARTS) {
            assertTrue(
                    blocks.stream().anyMatch(block -> field(block, part).isPresent()),
                    part + " is not shown");
        }
    }

    @Test
    void the_schema_says_what_the_records_say() throws IOException {
        String schema = RuleSchema.text();
        Path copy = Path.of("target/golden/rules.schema.json");
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, schema);
        assertEquals(Files.exists(SCHEMA) ? Files.readString(SCHEMA) : "", schema);
    }

    @Test
    void what_is_read_without_a_fault_is_good_by_the_schema() {
        JsonSchema schema = JsonSchema.of(tree(RuleSchema.text()));
        assertEquals(List.of(), schema.check(tree(ClinicRules.text())));
        for (long seed = 1; seed <= 50; seed++) {
            assertEquals(List.of(), schema.check(Json.tree(new RandomRuleSets(seed).next())));
        }
        String misspelt = ClinicRules.text().replace("twoPersons", "twoPerson");
        assertFalse(schema.check(tree(misspelt)).isEmpty());
    }

    /// Whether every field is there with the same value, and every element of a list in the list.
    private static boolean isPart(JsonTree part, JsonTree whole) {
        Optional<List<JsonTree>> elements = part.elements();
        if (elements.isPresent()) {
            List<JsonTree> all = whole.elements().orElse(List.of());
            return elements.get().stream()
                    .allMatch(each -> all.stream().anyMatch(other -> isPart(each, other)));
        }
        List<String> fields = part.fieldNames();
        return fields.isEmpty()
                ? part.toString().equals(whole.toString())
                : fields.stream()
                        .allMatch(name ->
                                field(whole, name)
                                        .filter(there ->
                                                isPart(field(part, name).orElseThrow(), there))
                                        .isPresent());
    }

    private static Optional<JsonTree> field(JsonTree tree, String name) {
        return tree.field(name) instanceof Parsed.Read<JsonTree>(JsonTree field)
                ? Optional.of(field)
                : Optional.empty();
    }

    private static JsonTree tree(String text) {
        return Json.parse(text.getBytes(UTF_8)).orThrow();
    }
}
