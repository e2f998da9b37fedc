package org.menfang.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/// Messages by key, in Chinese and English. Everybody who does not ask for Chinese reads English.
///
/// A message holds its arguments as `{0}`, `{1}` and so on.
public final class Catalogue {
    private final Map<String, String> chinese;
    private final Map<String, String> english;

    private Catalogue(Map<String, String> chinese, Map<String, String> english) {
        this.chinese = Map.copyOf(chinese);
        this.english = Map.copyOf(english);
    }

    /// The messages that stand beside a class, in `<name>_zh.properties` and
    /// `<name>_en.properties`.
    public static Catalogue beside(Class<?> neighbour, String name) {
        return new Catalogue(
                read(neighbour, name + "_zh.properties"), read(neighbour, name + "_en.properties"));
    }

    /// @throws IllegalArgumentException if there is no such message
    public String text(Locale language, String key, List<String> arguments) {
        String message = messages(language).get(key);
        if (message == null) {
            throw new IllegalArgumentException("no message for " + key);
        }
        String text = message;
        for (int i = 0; i < arguments.size(); i++) {
            text = text.replace("{" + i + "}", arguments.get(i));
        }
        return text;
    }

    /// All keys of one language.
    public Set<String> keys(Locale language) {
        return messages(language).keySet();
    }

    private Map<String, String> messages(Locale language) {
        return language.getLanguage().equals("zh") ? chinese : english;
    }

    private static Map<String, String> read(Class<?> neighbour, String file) {
        Properties properties = new Properties();
        try (InputStream in = neighbour.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the catalogue " + file + " is not packaged");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> messages = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> messages.put(key, properties.getProperty(key)));
        return messages;
    }
}
