package org.menfang.rules.file;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.PinHash;
import org.menfang.rules.RuleSet;
import org.menfang.rules.SecretKey;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.PassId;

/// Makes the JSON Schema of rules files from the records that they become.
final class RuleSchema {
    private static final String NAME = "^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$";
    private static final Map<Class<?>, Map<String, Object>> PLAIN =
            Map.ofEntries(
                    Map.entry(boolean.class, Map.of("type", "boolean")),
                    Map.entry(int.class, Map.of("type", "integer")),
                    Map.entry(Integer.class, Map.of("type", "integer")),
                    Map.entry(long.class, Map.of("type", "integer")),
                    Map.entry(String.class, Map.of("type", "string")),
                    Map.entry(Instant.class, text("^\\d{4}-\\d\\d-\\d\\dT.+Z$")),
                    Map.entry(LocalDate.class, text("^\\d{4}-\\d\\d-\\d\\d$")),
                    Map.entry(MonthDay.class, text("^--\\d\\d-\\d\\d$")),
                    Map.entry(
                            CredentialIdentifier.class, text("^[a-z0-9-]{1,32}:[0-9A-F:]{1,47}$")),
                    Map.entry(PassId.class, text("^[0-9A-F]{16}$")),
                    Map.entry(PinHash.class, text("^[0-9A-F]{32}$")),
                    Map.entry(SecretKey.class, text("^[0-9A-F]{32}(?:[0-9A-F]{32})?$")));

    /// What may be left out although a record demands it: there is something usual.
    private static final Set<String> USUAL =
            Set.of(
                    "secondPersonSeconds",
                    "escortSeconds",
                    "type",
                    "holdOpenMinutesMax",
                    "lockDownMinutesMax",
                    "places",
                    "households",
                    "recognition",
                    "levels",
                    "passes");

    /// What is a list, and may not be left out all the same.
    private static final Set<String> DEMANDED =
            Set.of("schedules", "profiles", "holders", "credentials");

    private final Map<String, Object> definitions = new TreeMap<>();

    private RuleSchema() {}

    static String text() {
        RuleSchema schema = new RuleSchema();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Menfang rules 门房规则");
        root.putAll(schema.object(RuleSet.class));
        root.put("$defs", schema.definitions);
        return print(root, "") + "\n";
    }

    private Map<String, Object> object(Class<?> record) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        if (record == RuleSet.class) {
            properties.put("$schema", Map.of("type", "string"));
        }
        for (RecordComponent component : record.getRecordComponents()) {
            properties.put(component.getName(), schemaOf(component.getGenericType()));
            if (isRequired(record, component)) {
                required.add(component.getName());
            }
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("additionalProperties", false);
        object.put("properties", properties);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        return object;
    }

    private static boolean isRequired(Class<?> record, RecordComponent component) {
        boolean left =
                component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                        || component.getType() == boolean.class
                        || component.getType() == List.class
                        || (USUAL.contains(component.getName())
                                && !record.getSimpleName().equals("ClassLimit"));
        return !left || (record == RuleSet.class && DEMANDED.contains(component.getName()));
    }

    private Map<String, Object> schemaOf(Type type) {
        if (type instanceof ParameterizedType list) {
            return ordered("type", "array", "items", schemaOf(list.getActualTypeArguments()[0]));
        }
        Class<?> plain = (Class<?>) type;
        Map<String, Object> known = PLAIN.get(plain);
        if (known != null) {
            return known;
        } else if (plain.isEnum()) {
            return Map.of(
                    "enum", Arrays.stream(plain.getEnumConstants()).map(Object::toString).toList());
        } else if (plain.getRecordComponents()[0].getName().equals("value")) {
            return text(NAME);
        }
        String name = plain.getName().replaceFirst(".*\\.", "").replace('$', '.');
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of());
            definitions.put(name, object(plain));
        }
        return Map.of("$ref", "#/$defs/" + name);
    }

    private static Map<String, Object> text(String pattern) {
        return ordered("type", "string", "pattern", pattern);
    }

    private static Map<String, Object> ordered(
            String first, Object value, String second, Object other) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, value);
        map.put(second, other);
        return map;
    }

    private static String print(Object value, String indent) {
        String deeper = indent + "  ";
        return switch (value) {
            case Map<?, ?> map when map.values().stream().allMatch(RuleSchema::isShort) ->
                    "{" + join(map, ", ", "") + "}";
            case Map<?, ?> map ->
                    "{\n" + deeper + join(map, ",\n" + deeper, deeper) + "\n" + indent + "}";
            case List<?> list ->
                    "[" + String.join(", ", list.stream().map(RuleSchema::quoted).toList()) + "]";
            case String text -> quoted(text);
            default -> value.toString();
        };
    }

    private static String join(Map<?, ?> map, String between, String indent) {
        return String.join(
                between,
                map.entrySet().stream()
                        .map(each -> quoted(each.getKey()) + ": " + print(each.getValue(), indent))
                        .toList());
    }

    private static boolean isShort(Object value) {
        return !(value instanceof Map<?, ?> map)
                || (map.size() < 3 && map.values().stream().noneMatch(Map.class::isInstance));
    }

    private static String quoted(Object text) {
        return "\"" + text.toString().replace("\\", "\\\\") + "\"";
    }
}
