package org.menfang.json;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/// Reads one large JSON object piece by piece, so that a text of many megabytes is never in memory
/// as a whole. A piece that is malformed is reported, and the rest is read all the same. Unlike a
/// message, it may not have fields that nobody knows: a rule with a misspelt name would not hold.
public final class LargeObject {
    private final long bytesMax;
    private final int problemsMax;
    private final ObjectFields root;
    private final RecordForms forms = new RecordForms();
    private final List<Problem> problems = new ArrayList<>();

    /// @param bytesMax longest text that is read
    /// @param problemsMax reading stops at so many problems
    public LargeObject(long bytesMax, int problemsMax, ObjectFields root) {
        this.bytesMax = bytesMax;
        this.problemsMax = problemsMax;
        this.root = root;
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

    /// Lets a component of a record be left out.
    ///
    /// @param value what stands for it then
    public LargeObject usually(Class<? extends Record> type, String component, Object value) {
        forms.usually(type, component, value);
        return this;
    }

    /// Reads the text to its end, or to the first place behind which nothing can be made out.
    ///
    /// @return all problems; none if the whole text was taken
    public List<Problem> read(InputStream utf8) {
        try (JsonParser parser = Json.largeTextParser(strict(utf8), bytesMax)) {
            readDocument(parser);
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

    private void readDocument(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            add(new Problem(TextPlace.START, "", Kind.NOT_AN_OBJECT, ""));
            return;
        }
        readObject(parser, root, "");
        if (mayGoOn() && parser.nextToken() != null) {
            TextPlace place = placeOf(parser.currentTokenLocation());
            add(new Problem(place, "", Kind.SYNTAX, "text after the end of the object"));
        }
    }

    private void readObject(JsonParser parser, ObjectFields fields, String prefix) {
        Set<String> missing = new LinkedHashSet<>(fields.fields().keySet());
        missing.removeIf(name -> !fields.demands(name));
        while (parser.nextToken() == JsonToken.PROPERTY_NAME && mayGoOn()) {
            String name = parser.currentName();
            missing.remove(name);
            readField(parser, fields.fields().get(name), prefix + name);
        }
        if (mayGoOn()) {
            TextPlace end = placeOf(parser.currentTokenLocation());
            missing.forEach(name -> add(new Problem(end, prefix + name, Kind.MISSING_FIELD, "")));
        }
    }

    private void readField(JsonParser parser, ObjectFields.@Nullable Field field, String path) {
        TextPlace place = placeOf(parser.currentTokenLocation());
        JsonToken token = parser.nextToken();
        switch (field) {
            case null -> skip(parser, new Problem(place, path, Kind.UNKNOWN_FIELD, ""));
            case ObjectFields.Value<?> value -> readValue(parser, path, value);
            case ObjectFields.Elements<?> list when token == JsonToken.START_ARRAY ->
                    readElements(parser, path, list);
            case ObjectFields.Elements<?> _ ->
                    skip(parser, new Problem(place, path, Kind.NOT_A_LIST, ""));
            case ObjectFields.Section(ObjectFields fields) when token == JsonToken.START_OBJECT ->
                    readObject(parser, fields, path + ".");
            case ObjectFields.Section _ ->
                    skip(parser, new Problem(place, path, Kind.NOT_AN_OBJECT, ""));
        }
    }

    private void skip(JsonParser parser, Problem problem) {
        add(problem);
        parser.skipChildren();
    }

    private <T> void readElements(JsonParser parser, String path, ObjectFields.Elements<T> list) {
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY && mayGoOn()) {
            TextPlace place = placeOf(parser.currentTokenLocation());
            if (count == list.elementsMax()) {
                String limit = Integer.toString(list.elementsMax());
                add(new Problem(place, path, Kind.TOO_MANY, limit));
            }
            if (count < list.elementsMax()) {
                T read = readPiece(parser, place, path + "[" + count + "]", list.type());
                if (read != null) {
                    list.taker().take(place, count, read);
                }
            } else {
                parser.skipChildren();
            }
            count++;
        }
    }

    private <T> void readValue(JsonParser parser, String path, ObjectFields.Value<T> value) {
        TextPlace place = placeOf(parser.currentTokenLocation());
        T read = readPiece(parser, place, path, value.type());
        if (read != null) {
            value.taker().take(place, read);
        }
    }

    private <T> @Nullable T readPiece(
            JsonParser parser, TextPlace place, String path, Class<T> type) {
        JsonNode node = parser.readValueAsTree();
        int before = problems.size();
        forms.complete(node, type, path, (where, kind) -> add(new Problem(place, where, kind, "")));
        if (problems.size() > before) {
            return null;
        }
        return switch (Json.convert(node, type)) {
            case Parsed.Read<T>(T value) -> value;
            case Parsed.Malformed<T>(String why) -> {
                add(new Problem(place, path, Kind.MALFORMED, why));
                yield null;
            }
        };
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
}
