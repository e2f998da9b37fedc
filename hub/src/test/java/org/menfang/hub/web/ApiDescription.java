package org.menfang.hub.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.menfang.json.JsonSchema;
import org.menfang.json.JsonTree;
import org.menfang.json.Located;
import org.menfang.json.Located.Entry;
import org.menfang.json.Located.Mapping;
import org.menfang.json.Located.Text;
import org.menfang.json.Yaml;
import org.menfang.json.YamlText;

/// The file that describes the API, as the measure of what the server answers.
final class ApiDescription {
    private final Mapping root;
    private final Map<String, JsonSchema> schemas = new TreeMap<>();

    ApiDescription() {
        try (InputStream stream = BoardServer.class.getResourceAsStream("openapi.yaml")) {
            root =
                    switch (Yaml.read(stream.readAllBytes())) {
                        case YamlText.Tree(Located tree, List<YamlText.Repeated> repeated) -> {
                            if (!repeated.isEmpty()) {
                                throw new AssertionError("keys stand twice: " + repeated);
                            }
                            yield (Mapping) tree;
                        }
                        case YamlText.Unreadable unreadable ->
                                throw new AssertionError(unreadable.toString());
                    };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every operation, such as `get /board`.
    List<String> operations() {
        List<String> all = new ArrayList<>();
        for (Entry path : mapping(root, "paths").entries()) {
            for (Entry operation : ((Mapping) path.value()).entries()) {
                all.add(operation.key().value() + " " + path.key().value());
            }
        }
        return all;
    }

    /// What is wrong with an answer; empty if the file describes it.
    List<String> faults(String operation, int status, String contentType, JsonTree body) {
        String[] parts = operation.split(" ", -1);
        Mapping responses =
                mapping(mapping(mapping(mapping(root, "paths"), parts[1]), parts[0]), "responses");
        Mapping response =
                responses
                        .find(Integer.toString(status))
                        .or(() -> responses.find("default"))
                        .map(entry -> follow((Mapping) entry.value()))
                        .orElseThrow();
        String bare = contentType.split(";", -1)[0];
        Mapping content = mapping(response, "content");
        if (content.find(bare).isEmpty()) {
            return List.of(operation + " " + status + " may not be " + bare);
        }
        return mapping(content, bare)
                .find("schema")
                .map(schema -> check(reference((Mapping) schema.value()), body))
                .orElse(List.of());
    }

    /// What is wrong with a value of a named schema.
    List<String> faultsOf(String schema, JsonTree value) {
        return check("#/components/schemas/" + schema, value);
    }

    private List<String> check(String pointer, JsonTree value) {
        JsonSchema schema = schemas.computeIfAbsent(pointer, name -> JsonSchema.within(root, name));
        return schema.check(value).stream().map(Object::toString).toList();
    }

    private Mapping follow(Mapping object) {
        if (object.find("$ref").isEmpty()) {
            return object;
        }
        Mapping at = root;
        String path = reference(object);
        for (String name : path.substring(2).split("/", -1)) {
            at = mapping(at, name);
        }
        return at;
    }

    private static String reference(Mapping object) {
        return ((Text) object.find("$ref").orElseThrow().value()).value();
    }

    private static Mapping mapping(Mapping parent, String key) {
        return (Mapping)
                parent.find(key)
                        .orElseThrow(() -> new AssertionError("no \"" + key + "\" in the API file"))
                        .value();
    }
}
