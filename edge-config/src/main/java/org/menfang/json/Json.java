package org.menfang.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Turns records into JSON and back.
///
/// A record becomes an object with its components in their order; a record of the single component
/// `value` becomes that value; what is `null` is left out. Written text is canonical: no white
/// space, fields in a fixed order, whole numbers. All methods may be called from any thread.
public final class Json {
    /// Longest text that is read at all.
    public static final int DOCUMENT_BYTES_MAX = 4 * 1024 * 1024;

    private static final int NESTING_MAX = 32;
    private static final int STRING_CHARS_MAX = 64 * 1024;
    private static final int NUMBER_CHARS_MAX = 32;
    private static final int NAME_CHARS_MAX = 256;

    private static final JsonMapper MAPPER = mapper(DOCUMENT_BYTES_MAX);

    /// One for each length of large texts that a program knows: setting one up takes long.
    private static final Map<Long, JsonMapper> LARGE_TEXT_MAPPERS = new ConcurrentHashMap<>();

    private Json() {}

    private static JsonMapper mapper(long documentMax) {
        return JsonMapper.builder(factory(documentMax))
                .annotationIntrospector(new ValueRecords())
                .changeDefaultPropertyInclusion(always ->
                        JsonInclude.Value.construct(
                                JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfigDefaults(Json::refuseAll)
                .addModule(new SimpleModule().addDeserializer(Instant.class, new InstantText()))
                .build();
    }

    private static JsonFactory factory(long documentMax) {
        return JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxDocumentLength(documentMax)
                                .maxNestingDepth(NESTING_MAX)
                                .maxStringLength(STRING_CHARS_MAX)
                                .maxNumberLength(NUMBER_CHARS_MAX)
                                .maxNameLength(NAME_CHARS_MAX)
                                .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /// A parser for a text that is too large to be held as a whole.
    static JsonParser largeTextParser(Reader text, long documentMax) {
        return LARGE_TEXT_MAPPERS.computeIfAbsent(documentMax, Json::mapper).createParser(text);
    }

    /// The canonical text of a record, in UTF-8.
    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /// The tree of a record.
    public static JsonTree tree(Object value) {
        return new JsonTree(MAPPER.valueToTree(value));
    }

    /// Reads a text that somebody else wrote.
    public static Parsed<JsonTree> parse(byte[] utf8) {
        return decode(utf8).then(Json::tree);
    }

    /// Reads a text that somebody else wrote into a record.
    public static <T> Parsed<T> parse(byte[] utf8, Class<T> type) {
        return decode(utf8)
                .then(text ->
                        hasEscapes(text)
                                ? tree(text).then(tree -> tree.as(type))
                                : record(text, type));
    }

    private static Parsed<String> decode(byte[] utf8) {
        if (utf8.length > DOCUMENT_BYTES_MAX) {
            return Parsed.malformed("longer than " + DOCUMENT_BYTES_MAX + " bytes");
        }
        try {
            return Parsed.read(Utf8.decode(utf8));
        } catch (CharacterCodingException e) {
            return Parsed.malformed("not UTF-8");
        }
    }

    private static Parsed<JsonTree> tree(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node.isMissingNode()) {
                return Parsed.malformed("empty");
            }
            return hasEscapes(text) && !isWritable(node)
                    ? Parsed.malformed("half of a surrogate pair")
                    : Parsed.read(new JsonTree(node));
        } catch (JacksonException e) {
            return Parsed.malformed(Why.of(e));
        }
    }

    private static <T> Parsed<T> record(String text, Class<T> type) {
        try {
            T value = MAPPER.readValue(text, type);
            return value == null
                    ? Parsed.malformed("null where a value belongs")
                    : Parsed.read(value);
        } catch (JacksonException e) {
            return Parsed.malformed(Why.of(e));
        }
    }

    /// Only an escape can name half a character; a text without any needs no closer look.
    private static boolean hasEscapes(String text) {
        return text.contains("\\u");
    }

    private static boolean isWritable(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> Utf8.isWritable(node.asString());
            case OBJECT ->
                    node.propertyStream()
                            .allMatch(field ->
                                    Utf8.isWritable(field.getKey())
                                            && isWritable(field.getValue()));
            case ARRAY -> node.valueStream().allMatch(Json::isWritable);
            case BINARY, BOOLEAN, MISSING, NULL, NUMBER, POJO -> true;
        };
    }

    private static void refuseAll(MutableCoercionConfig coercion) {
        for (CoercionInputShape shape : CoercionInputShape.values()) {
            coercion.setCoercion(shape, CoercionAction.Fail);
        }
    }

    static <T> Parsed<T> convert(JsonNode node, Class<T> type) {
        try {
            T value = MAPPER.treeToValue(node, type);
            return value == null
                    ? Parsed.malformed("null where a value belongs")
                    : Parsed.read(value);
        } catch (JacksonException e) {
            return Parsed.malformed(Why.of(e));
        }
    }

    static byte[] write(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }
}
