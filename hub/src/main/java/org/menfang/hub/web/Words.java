package org.menfang.hub.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.menfang.hub.page.Language;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;

/// Every text that people read, in both languages. The board's script is built from the same files.
public final class Words {
    /// The areas whose texts only server-made pages show; those of the board come first and are in
    /// the script as well.
    static final List<String> AREAS =
            List.of(
                    "office",
                    "alarms",
                    "rights",
                    "walk",
                    "people",
                    "patrol",
                    "cases",
                    "money",
                    "open",
                    "plan",
                    "notify",
                    "keep",
                    "household",
                    "rulebook",
                    "trust");

    private final Map<String, String> zh = load(Language.ZH);
    private final Map<String, String> en = load(Language.EN);

    /// @throws IllegalStateException if there is no such text
    public String text(Language language, String key) {
        String text = words(language).get(key);
        if (text == null) {
            throw new IllegalStateException("there is no text " + key);
        }
        return text;
    }

    boolean has(String key) {
        return zh.containsKey(key);
    }

    private Map<String, String> words(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }

    private static Map<String, String> load(Language language) {
        String name = language.name().toLowerCase(Locale.ROOT);
        Map<String, String> words = new HashMap<>();
        read("words/" + name + ".json", words);
        AREAS.forEach(area -> read("words/" + name + "/" + area + ".json", words));
        return words;
    }

    private static void read(String file, Map<String, String> words) {
        try (InputStream stream = Words.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("this program lacks its file " + file);
            }
            JsonTree tree = Json.parse(stream.readAllBytes()).orThrow();
            for (String key : tree.fieldNames()) {
                if (words.put(key, tree.field(key, String.class).orThrow()) != null) {
                    throw new IllegalStateException("two texts are called " + key);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
