package org.menfang.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A JSON value that keeps the order of its fields and the fields that we do not know, so that it
/// is written again just as it was read, if it was canonical.
public final class JsonTree {
    private final JsonNode node;

    JsonTree(JsonNode node) {
        this.node = node;
    }

    JsonNode node() {
        return node;
    }

    /// Begins a new object.
    public static Builder object() {
        return new Builder();
    }

    /// The canonical text, in UTF-8.
    public byte[] write() {
        return Json.write(node);
    }

    /// The value as a record.
    public <T> Parsed<T> as(Class<T> type) {
        return Json.convert(node, type);
    }

    /// The field of an object; a malformed value where there is none.
    public Parsed<JsonTree> field(String name) {
        JsonNode field = node.get(name);
        return field == null || field.isNull()
                ? Parsed.malformed("\"" + name + "\" is missing")
                : Parsed.read(new JsonTree(field));
    }

    /// The field of an object as a record.
    public <T> Parsed<T> field(String name, Class<T> type) {
        return field(name).then(tree -> tree.as(type));
    }

    /// The names of an object's fields, in their order; none if this is not an object.
    public List<String> fieldNames() {
        return List.copyOf(node.propertyNames());
    }

    /// The elements of an array; empty if this is not an array.
    public Optional<List<JsonTree>> elements() {
        if (!node.isArray()) {
            return Optional.empty();
        }
        return Optional.of(node.valueStream().map(JsonTree::new).toList());
    }

    /// The canonical text.
    @Override
    public String toString() {
        return new String(write(), StandardCharsets.UTF_8);
    }

    /// Puts an object together, field by field, in the order in which it is to be written.
    public static final class Builder {
        private final ObjectNode node = JsonNodeFactory.instance.objectNode();

        private Builder() {}

        public Builder put(String name, String value) {
            node.put(name, value);
            return this;
        }

        public Builder put(String name, long value) {
            node.put(name, value);
            return this;
        }

        public Builder put(String name, JsonTree value) {
            node.set(name, value.node);
            return this;
        }

        public JsonTree build() {
            return new JsonTree(node);
        }
    }
}
