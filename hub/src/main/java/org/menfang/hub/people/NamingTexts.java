package org.menfang.hub.people;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Line;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;
import org.menfang.json.Parsed;
import org.menfang.vocabulary.Sha256;

/// Finds texts in the log in which people have typed a name, though the forms ask for none.
final class NamingTexts {
    /// Most texts of one person that are found; the newest first.
    static final int TEXTS_MAX = 200;

    /// One letter alone is a word more often than a name.
    private static final int NAME_CHARS_MIN = 2;

    private static final int LINES_A_STEP = 1_000;

    private NamingTexts() {}

    /// What these texts hash to.
    static List<Sha256> find(Book book, String name) {
        String bare = name.strip();
        Set<Sha256> found = new LinkedHashSet<>();
        if (bare.length() < NAME_CHARS_MIN) {
            return List.of();
        }
        long before = Long.MAX_VALUE;
        while (found.size() < TEXTS_MAX) {
            List<Line> lines = book.lines(before, LINES_A_STEP);
            if (lines.isEmpty()) {
                break;
            }
            lines.stream()
                    .filter(line -> line.text().contains(bare))
                    .forEach(line -> look(tree(line.text()), bare, found));
            before = lines.getLast().seq();
        }
        return found.stream().limit(TEXTS_MAX).toList();
    }

    private static JsonTree tree(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8)).orThrow();
    }

    private static void look(JsonTree tree, String name, Set<Sha256> found) {
        List<JsonTree> below = new ArrayList<>(tree.elements().orElse(List.of()));
        tree.fieldNames().forEach(field -> below.add(tree.field(field).orThrow()));
        below.forEach(each -> look(each, name, found));
        if (below.isEmpty()
                && tree.as(String.class) instanceof Parsed.Read<String>(String text)
                && text.contains(name)) {
            found.add(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
