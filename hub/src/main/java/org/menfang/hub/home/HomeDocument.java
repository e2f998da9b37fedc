package org.menfang.hub.home;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.menfang.json.Json;

/// Describes one device with all its entities, as Home Assistant's MQTT discovery reads it.
///
/// The top of such a description may hold only a few keys; anything else there makes Home Assistant
/// refuse the whole. No description names a command topic: nothing of ours can be told to act.
final class HomeDocument {
    /// What people wrote is cut here, so that a description cannot grow beyond all bounds.
    static final int NAME_CHARS_MAX = 64;

    private static final String MAKER = "Menfang 门房";
    private static final String PROGRAM = "Menfang hub";

    private final HomeId id;
    private final HomeWords words;
    private final List<String> present;
    private final Map<String, Object> device = new LinkedHashMap<>();
    private final Map<String, Object> entities = new LinkedHashMap<>();

    /// @param name which is not too long
    /// @param present the topics that must all say `online` for the states to hold
    HomeDocument(HomeId id, String name, String model, HomeWords words, List<String> present) {
        this.id = id;
        this.words = words;
        this.present = List.copyOf(present);
        device.put("identifiers", List.of(id.text()));
        device.put("name", name);
        device.put("manufacturer", MAKER);
        device.put("model", words.of("model." + model));
    }

    /// The version of the program that the device runs; none where nobody knows.
    HomeDocument running(@Nullable String version) {
        if (version != null) {
            device.put("sw_version", shortened(version));
        }
        return this;
    }

    /// Adds something that is on or off.
    ///
    /// @param key its name in the state, and in {@link HomeWords}
    Entity onOff(String key, String deviceClass) {
        return add(key, "binary_sensor").with("device_class", deviceClass);
    }

    /// Adds something that is one of a few words.
    Entity oneOf(String key, List<String> options) {
        return add(key, "sensor").with("device_class", "enum").with("options", options);
    }

    /// Adds something that has a value of any kind.
    Entity value(String key) {
        return add(key, "sensor");
    }

    private Entity add(String key, String platform) {
        Map<String, Object> entity = new LinkedHashMap<>();
        entities.put(key, entity);
        return new Entity(entity)
                .with("platform", platform)
                .with("unique_id", id.text() + HomeId.BETWEEN + key)
                .with("name", words.of(key))
                .with("value_template", "{{ value_json." + key + " }}");
    }

    /// One entity while it is described.
    record Entity(Map<String, Object> keys) {
        Entity with(String key, Object value) {
            keys.put(key, value);
            return this;
        }

        Entity without(String key) {
            keys.remove(key);
            return this;
        }

        /// What is known of it holds while these topics say `online`, whatever becomes of the rest.
        Entity holdingWith(List<String> topics) {
            return with("availability", availability(topics));
        }
    }

    String text(String hubVersion) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("device", device);
        Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("name", PROGRAM);
        origin.put("sw_version", hubVersion);
        document.put("origin", origin);
        document.put("availability", availability(present));
        document.put("availability_mode", "all");
        document.put("state_topic", id.state());
        document.put("components", entities);
        return json(document);
    }

    static String json(Map<String, Object> tree) {
        return new String(Json.write(tree), StandardCharsets.UTF_8);
    }

    private static List<Map<String, String>> availability(List<String> topics) {
        return topics.stream().map(topic -> Map.of("topic", topic)).toList();
    }

    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= NAME_CHARS_MAX
                ? text
                : text.substring(0, text.offsetByCodePoints(0, NAME_CHARS_MAX - 1)) + "…";
    }
}
