package org.menfang.hub.ways;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;
import org.menfang.json.Parsed;

/// How the request of a web hook looks.
///
/// A template is JSON, or else plain text. Places in it are `{title}`, `{text}`, `{link}` and
/// `{urgency}`. In JSON they are filled in inside of strings after it was read, never in its text:
/// whatever a door is called, the request stays the JSON that somebody meant.
final class Template {
    static final String USUAL =
            "{\"title\":\"{title}\",\"text\":\"{text}\",\"link\":\"{link}\","
                    + "\"urgency\":\"{urgency}\"}";

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]{1,20})}");

    private Template() {}

    /// @param contentType what the body is
    @SuppressWarnings("ArrayRecordComponent") // A request is sent, never compared.
    record Filled(String contentType, byte[] body) {}

    /// Whether all places in it are known.
    static boolean isGood(String template) {
        Matcher places = PLACE.matcher(template);
        while (places.find()) {
            if (!values(Outgoing.of("", "", null, org.menfang.hub.notify.Notice.Urgency.NEWS))
                    .containsKey(places.group(1))) {
                return false;
            }
        }
        return true;
    }

    static Filled fill(String template, Outgoing message) {
        String used = template.isBlank() ? USUAL : template;
        Map<String, String> values = values(message);
        Parsed<Object> json =
                Json.parse(used.getBytes(StandardCharsets.UTF_8))
                        .then(Template::structured)
                        .then(tree -> tree.as(Object.class));
        return switch (json) {
            case Parsed.Read<Object>(Object tree) ->
                    new Filled("application/json; charset=utf-8", Json.write(filled(tree, values)));
            case Parsed.Malformed<Object> _ ->
                    new Filled(
                            "text/plain; charset=utf-8",
                            filled(used, values).getBytes(StandardCharsets.UTF_8));
        };
    }

    /// A bare word or number that happens to be JSON is meant as text.
    private static Parsed<JsonTree> structured(JsonTree tree) {
        return tree.elements().isPresent() || !tree.fieldNames().isEmpty()
                ? Parsed.read(tree)
                : Parsed.malformed("neither an object nor a list");
    }

    private static Map<String, String> values(Outgoing message) {
        return Map.of(
                "title", message.title(),
                "text", message.text(),
                "link", Objects.requireNonNullElse(message.link(), ""),
                "urgency", message.urgency().name());
    }

    private static Object filled(Object value, Map<String, String> values) {
        return switch (value) {
            case String text -> filled(text, values);
            case List<?> list ->
                    list.stream().map(each -> each == null ? "" : filled(each, values)).toList();
            case Map<?, ?> map -> {
                Map<String, Object> all = new LinkedHashMap<>();
                map.forEach((key, each) ->
                        all.put(String.valueOf(key), each == null ? "" : filled(each, values)));
                yield all;
            }
            default -> value;
        };
    }

    private static String filled(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place ->
                        Matcher.quoteReplacement(
                                values.getOrDefault(place.group(1), place.group())));
    }
}
