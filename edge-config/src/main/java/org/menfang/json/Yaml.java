package org.menfang.json;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.menfang.json.YamlText.Problem;
import org.menfang.json.YamlText.Unreadable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Reads YAML 1.2 text into a tree that knows where each value stands.
///
/// Anchors and aliases are allowed, but what they expand to counts as if it were written out, so
/// that a short text cannot grow into a large one. Tags and several documents in one text are not
/// allowed.
public final class Yaml {
    public static final int DOCUMENT_BYTES_MAX = 256 * 1024;
    public static final int NESTING_MAX = 16;
    public static final int VALUES_MAX = 20_000;

    private static final int DETAIL_CHARS_MAX = 200;

    private Yaml() {}

    public static YamlText read(byte[] utf8) {
        if (utf8.length > DOCUMENT_BYTES_MAX) {
            return new Unreadable(
                    TextPlace.START, Problem.TOO_LONG, Integer.toString(DOCUMENT_BYTES_MAX));
        }
        try {
            return readText(withoutMark(Utf8.decode(utf8)));
        } catch (CharacterCodingException e) {
            return new Unreadable(placeOfFirstBadByte(utf8), Problem.NOT_UTF_8, "");
        }
    }

    private static YamlText readText(String text) {
        YamlTree tree = new YamlTree();
        try {
            LoadSettings settings = settings();
            ParserImpl events = new ParserImpl(settings, new StreamReader(settings, text));
            while (events.hasNext()) {
                tree.add(events.next());
            }
            return tree.finish();
        } catch (YamlTree.Refused e) {
            return e.why();
        } catch (MarkedYamlEngineException e) {
            String problem = String.valueOf(e.getProblem());
            boolean tab = problem.contains("TAB");
            return new Unreadable(
                    placeOf(e.getProblemMark().or(e::getContextMark)),
                    tab ? Problem.TAB_AS_INDENT : Problem.SYNTAX,
                    shortened(problem));
        } catch (YamlEngineException e) {
            return new Unreadable(
                    TextPlace.START, Problem.SYNTAX, shortened(String.valueOf(e.getMessage())));
        }
    }

    private static LoadSettings settings() {
        return LoadSettings.builder()
                .setLabel("text")
                .setCodePointLimit(DOCUMENT_BYTES_MAX)
                .setUseMarks(true)
                .build();
    }

    static TextPlace placeOf(Optional<Mark> mark) {
        return mark.map(at -> new TextPlace(at.getLine() + 1, at.getColumn() + 1))
                .orElse(TextPlace.START);
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// The place of the first character that does not decode: all before it does.
    private static TextPlace placeOfFirstBadByte(byte[] utf8) {
        String lenient = new String(utf8, StandardCharsets.UTF_8);
        int bad = Math.max(0, lenient.indexOf('\uFFFD'));
        String before = lenient.substring(0, bad);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new TextPlace(line, bad - (before.lastIndexOf('\n') + 1) + 1);
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= DETAIL_CHARS_MAX ? line : line.substring(0, DETAIL_CHARS_MAX) + "…";
    }
}
