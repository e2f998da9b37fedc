package org.menfang.hub.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;

/// Every text that people read, in both languages. The board's script is built from the same files.
final class Words {
    private final JsonTree zh = load(Language.ZH);
    private final JsonTree en = load(Language.EN);

    /// @throws IllegalStateException if there is no such text
    String text(Language language, String key) {
        JsonTree words =
                switch (language) {
                    case ZH -> zh;
                    case EN -> en;
                };
        return words.field(key, String.class).orThrow();
    }

    private static JsonTree load(Language language) {
        String file = "words/" + language.name().toLowerCase(Locale.ROOT) + ".json";
        try (InputStream stream = Words.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("this program lacks its file " + file);
            }
            return Json.parse(stream.readAllBytes()).orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
