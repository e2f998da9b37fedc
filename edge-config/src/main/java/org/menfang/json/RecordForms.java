package org.menfang.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Compares a tree with the record that it is to become: names every field that is missing or
/// unknown, and fills in what may be left out. A list that is left out is empty, a truth is false.
final class RecordForms {
    private final Map<Class<?>, List<Component>> forms = new HashMap<>();
    private final Map<Class<?>, Map<String, JsonNode>> usual = new HashMap<>();

    /// Takes what is wrong with a tree.
    interface Findings {
        void add(String path, LargeObject.Kind kind);
    }

    /// @param value what stands for the component where it is left out
    void usually(Class<? extends Record> type, String component, Object value) {
        usual.computeIfAbsent(type, _ -> new HashMap<>()).put(component, Json.tree(value).node());
    }

    void complete(JsonNode node, Class<?> type, String path, Findings findings) {
        if (!(node instanceof ObjectNode object) || !isForm(type)) {
            return;
        }
        int known = 0;
        List<Component> components = forms.computeIfAbsent(type, this::components);
        for (Component component : components) {
            JsonNode value = object.get(component.name);
            known += value == null ? 0 : 1;
            if (value == null || value.isNull()) {
                fillIn(object, component, path, findings);
            } else if (component.within != null) {
                completeWithin(value, component.within, path + "." + component.name, findings);
            }
        }
        if (known < object.size()) {
            for (String name : object.propertyNames()) {
                if (components.stream().noneMatch(component -> component.name.equals(name))) {
                    findings.add(path + "." + name, LargeObject.Kind.UNKNOWN_FIELD);
                }
            }
        }
    }

    private void completeWithin(JsonNode value, Class<?> type, String path, Findings findings) {
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                complete(value.get(i), type, path + "[" + i + "]", findings);
            }
        } else {
            complete(value, type, path, findings);
        }
    }

    private static void fillIn(
            ObjectNode object, Component component, String path, Findings findings) {
        if (component.usual != null) {
            object.set(component.name, component.usual);
        } else if (component.demanded) {
            findings.add(path + "." + component.name, LargeObject.Kind.MISSING_FIELD);
        }
    }

    private List<Component> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component(type, component))
                .toList();
    }

    private Component component(Class<?> record, RecordComponent component) {
        Class<?> type = component.getType();
        Class<?> plain =
                component.getGenericType() instanceof ParameterizedType list ? element(list) : type;
        JsonNode standIn = usual.getOrDefault(record, Map.of()).get(component.getName());
        if (standIn == null && type == List.class) {
            standIn = JsonNodeFactory.instance.arrayNode();
        } else if (standIn == null && type == boolean.class) {
            standIn = JsonNodeFactory.instance.booleanNode(false);
        }
        return new Component(
                component.getName(),
                isForm(plain) ? plain : null,
                standIn,
                !component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    private static Class<?> element(ParameterizedType list) {
        Type element = list.getActualTypeArguments()[0];
        return element instanceof Class<?> plain ? plain : Object.class;
    }

    private static boolean isForm(Class<?> type) {
        return type.isRecord() && !ValueRecords.isValueRecord(type);
    }

    /// @param within the record that stands in it, or in each of its elements; none for others
    /// @param usual what stands for it where it is left out; none if nothing does
    private record Component(
            String name, @Nullable Class<?> within, @Nullable JsonNode usual, boolean demanded) {}
}
