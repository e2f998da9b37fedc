package org.menfang.wire.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.menfang.json.Json;
import org.menfang.json.JsonSchema;
import org.menfang.json.JsonTree;
import org.menfang.json.Located;
import org.menfang.json.Parsed;
import org.menfang.json.SchemaFault;
import org.menfang.json.Yaml;
import org.menfang.json.YamlText;

/// The schemas of all messages, from the AsyncAPI file that describes the contract.
///
/// Tests check with it what the programs send. It is stricter than reading is: it describes what
/// this version writes, while readers pass over fields that they do not know.
public final class MessageSchemas {
    private static final String RESOURCE = "/org/menfang/wire/asyncapi.yaml";

    private final Located.Mapping document;
    private final Map<MessageKind, JsonSchema> schemas = new EnumMap<>(MessageKind.class);

    private MessageSchemas(Located.Mapping document) {
        this.document = document;
        for (MessageKind kind : MessageKind.values()) {
            String pointer = "#/components/messages/" + kind.leaf() + "/payload";
            schemas.put(kind, JsonSchema.within(document, pointer));
        }
    }

    /// Reads the AsyncAPI file.
    public static MessageSchemas load() {
        return switch (Yaml.read(bytes())) {
            case YamlText.Tree(Located.Mapping document, List<YamlText.Repeated> repeated)
                    when repeated.isEmpty() ->
                    new MessageSchemas(document);
            case YamlText.Tree tree ->
                    throw new IllegalStateException("keys stand twice: " + tree.repeated());
            case YamlText.Unreadable unreadable ->
                    throw new IllegalStateException(RESOURCE + ": " + unreadable);
        };
    }

    /// What is wrong with a message; nothing if it keeps the contract.
    public List<String> check(MessageKind kind, byte[] message) {
        JsonSchema schema = schemas.get(kind);
        if (schema == null) {
            throw new IllegalStateException("every kind has a schema: " + kind);
        }
        return switch (Json.parse(message)) {
            case Parsed.Read<JsonTree>(JsonTree tree) ->
                    schema.check(tree).stream().map(SchemaFault::toString).toList();
            case Parsed.Malformed<JsonTree>(String why) -> List.of(why);
        };
    }

    /// What is wrong with a message on a topic; nothing if it keeps the contract.
    public List<String> check(String topic, byte[] message) {
        return MessageKind.ofTopic(topic)
                .map(kind -> check(kind, message))
                .orElse(List.of("no topic of the contract: " + topic));
    }

    /// The whole file.
    Located.Mapping document() {
        return document;
    }

    private static byte[] bytes() {
        try (InputStream in = MessageSchemas.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not packaged");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
