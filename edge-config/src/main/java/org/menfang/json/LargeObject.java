package org.menfang.json;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/// Reads one large JSON object piece by piece, so that a text of many megabytes is never in memory
/// as a whole. A piece that is malformed is reported, and the rest is read all the same.
public final class LargeObject {
    private final long bytesMax;
    private final int problemsMax;
    private final Map<String, Field<?>> fields = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /// @param bytesMax longest text that is read
    /// @param problemsMax reading stops at so many problems
    public LargeObject(long bytesMax, int problemsMax) {
        this.bytesMax = bytesMax;
        this.problemsMax = problemsMax;
    }

    /// Takes what is read, one piece at a time.
    public interface Taker<T> {
        void take(TextPlace place, T value);
    }

    /// Something that cannot be read.
    ///
    /// @param path the field, and the index for the element of a list: `credentials[17]`
    /// @param detail what exactly, in English; the limit for `TOO_MANY`
    public record Problem(TextPlace place, String path, Kind kind, String detail) {}

    public enum Kind {
        SYNTAX,
        NOT_AN_OBJECT,
        NOT_A_LIST,
        UNKNOWN_FIELD,
        MISSING_FIELD,
        MALFORMED,
        TOO_MANY
    }

    /// Expects a field with one value.
    public <T> LargeObject value(String name, Class<T> type, Taker<T> taker) {
        fields.put(name, new Field<>(type, 0, taker));
        return this;
    }

    /// Expects a field with a list.
    public <T> LargeObject list(String name, Class<T> type, int elementsMax, Taker<T> taker) {
        fields.put(name, new Field<>(type, elementsMax, taker));
        return this;
    }

    /// Reads the text to its end, or to the first place behind which nothing can be made out.
    ///
    /// @return all problems; none if the whole text was taken
    public List<Problem> read(InputStream utf8) {
        try (JsonParser parser = Json.largeTextParser(strict(utf8), bytesMax)) {
            readObject(parser);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            problems.add(
                    new Problem(
                            at == null ? TextPlace.START : placeOf(at),
                            "",
                            Kind.SYNTAX,
                            Why.of(e)));
        }
        return List.copyOf(problems);
    }

    private void readObject(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            add(new Problem(TextPlace.START, "", Kind.NOT_AN_OBJECT, ""));
            return;
        }
        List<String> missing = new ArrayList<>(fields.keySet());
        while (parser.nextToken() == JsonToken.PROPERTY_NAME && mayGoOn()) {
            String name = parser.currentName();
            missing.remove(name);
            readField(parser, name, placeOf(parser.currentTokenLocation()));
        }
        if (!mayGoOn()) {
            return;
        }
        TextPlace end = placeOf(parser.currentTokenLocation());
        missing.forEach(name -> add(new Problem(end, name, Kind.MISSING_FIELD, "")));
        if (parser.nextToken() != null) {
            TextPlace place = placeOf(parser.currentTokenLocation());
            add(new Problem(place, "", Kind.SYNTAX, "text after the end of the object"));
        }
    }

    private void readField(JsonParser parser, String name, TextPlace place) {
        Field<?> field = fields.get(name);
        parser.nextToken();
        if (field == null) {
            add(new Problem(place, name, Kind.UNKNOWN_FIELD, ""));
            parser.skipChildren();
        } else if (field.elementsMax == 0) {
            readPiece(parser, name, field);
        } else if (parser.currentToken() != JsonToken.START_ARRAY) {
            add(new Problem(place, name, Kind.NOT_A_LIST, ""));
            parser.skipChildren();
        } else {
            readElements(parser, name, field);
        }
    }

    private void readElements(JsonParser parser, String name, Field<?> field) {
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY && mayGoOn()) {
            if (count == field.elementsMax) {
                TextPlace place = placeOf(parser.currentTokenLocation());
                String limit = Integer.toString(field.elementsMax);
                add(new Problem(place, name, Kind.TOO_MANY, limit));
            }
            if (count < field.elementsMax) {
                readPiece(parser, name + "[" + count + "]", field);
            } else {
                parser.skipChildren();
            }
            count++;
        }
    }

    private <T> void readPiece(JsonParser parser, String path, Field<T> field) {
        TextPlace place = placeOf(parser.currentTokenLocation());
        JsonNode node = parser.readValueAsTree();
        switch (Json.convert(node, field.type)) {
            case Parsed.Read<T>(T value) -> field.taker.take(place, value);
            case Parsed.Malformed<T>(String why) ->
                    add(new Problem(place, path, Kind.MALFORMED, why));
        }
    }

    private void add(Problem problem) {
        if (mayGoOn()) {
            problems.add(problem);
        }
    }

    private boolean mayGoOn() {
        return problems.size() < problemsMax;
    }

    private static InputStreamReader strict(InputStream utf8) {
        return new InputStreamReader(
                utf8,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static TextPlace placeOf(@Nullable TokenStreamLocation at) {
        return at == null
                ? TextPlace.START
                : new TextPlace(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    /// @param elementsMax 0 for a single value
    private record Field<T>(Class<T> type, int elementsMax, Taker<T> taker) {}
}
