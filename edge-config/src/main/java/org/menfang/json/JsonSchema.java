package org.menfang.json;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A JSON Schema (2020-12) that values are checked against. It never fetches anything.
public final class JsonSchema {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder -> builder.schemaLoader(loader -> loader.block(iri -> true)));

    private final JsonNode document;
    private final Schema schema;

    private JsonSchema(JsonNode document) {
        this.document = document;
        this.schema = REGISTRY.getSchema(document);
    }

    /// The schema that a tree holds.
    public static JsonSchema of(JsonTree tree) {
        return new JsonSchema(tree.node());
    }

    /// One of the schemas that a document holds among other things.
    ///
    /// @param pointer where it stands in the document: `#/components/schemas/Event`
    public static JsonSchema within(Located.Mapping document, String pointer) {
        return new JsonSchema(objectOf(document).put("$ref", pointer));
    }

    public List<SchemaFault> check(Located value) {
        return check(nodeOf(value));
    }

    public List<SchemaFault> check(JsonTree value) {
        return check(value.node());
    }

    private List<SchemaFault> check(JsonNode value) {
        return schema.validate(value).stream().map(this::faultOf).toList();
    }

    private SchemaFault faultOf(Error error) {
        List<String> rulePath = names(error.getSchemaLocation().getFragment());
        return new SchemaFault(
                names(error.getInstanceLocation()),
                error.getKeyword(),
                Optional.ofNullable(error.getProperty()),
                allowedBy(rulePath),
                ruleOf(rulePath));
    }

    private List<String> allowedBy(List<String> rulePath) {
        if (rulePath.isEmpty()) {
            return List.of();
        }
        JsonNode parent = document;
        for (String name : rulePath.subList(0, rulePath.size() - 1)) {
            parent = parent.isArray() ? parent.path(Integer.parseInt(name)) : parent.path(name);
        }
        String keyword = rulePath.getLast();
        if (keyword.equals("additionalProperties")) {
            return List.copyOf(parent.path("properties").propertyNames());
        }
        JsonNode rule = parent.path(keyword);
        return rule.isArray()
                ? rule.valueStream().map(JsonNode::asString).toList()
                : rule.isValueNode() ? List.of(rule.asString()) : List.of();
    }

    private static String ruleOf(List<String> rulePath) {
        int definitions = rulePath.lastIndexOf("$defs");
        return definitions >= 0 && definitions + 1 < rulePath.size()
                ? rulePath.get(definitions + 1)
                : "";
    }

    private static List<String> names(NodePath path) {
        return IntStream.range(0, path.getNameCount())
                .mapToObj(i -> String.valueOf(path.getElement(i)))
                .toList();
    }

    private static JsonNode nodeOf(Located value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value) {
            case Located.Mapping mapping -> objectOf(mapping);
            case Located.Sequence sequence -> arrayOf(sequence);
            case Located.Text text -> nodes.stringNode(text.value());
            case Located.WholeNumber number -> nodes.numberNode(number.value());
            case Located.Fraction fraction -> nodes.numberNode(fraction.value());
            case Located.Truth truth -> nodes.booleanNode(truth.value());
            case Located.Nothing _ -> nodes.nullNode();
        };
    }

    private static ObjectNode objectOf(Located.Mapping mapping) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        mapping.entries().forEach(entry -> object.set(entry.key().value(), nodeOf(entry.value())));
        return object;
    }

    private static ArrayNode arrayOf(Located.Sequence sequence) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        sequence.elements().forEach(element -> array.add(nodeOf(element)));
        return array;
    }
}
