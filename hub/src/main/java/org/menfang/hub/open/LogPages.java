package org.menfang.hub.open;

import java.util.List;
import java.util.Map;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Line;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;
import org.menfang.json.Parsed;
import org.menfang.vocabulary.Sha256;

/// The page on which supervisors look whether a line of the log is still the one that was written
/// down from the public board.
public final class LogPages implements Section {
    private static final String PATH = "/log";
    private static final int LINES_SHOWN = 50;

    private final Book book;
    private final LogFinder lines;

    public LogPages(Book book, LogFinder lines) {
        this.book = book;
        this.lines = lines;
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(PATH, "open.log", Right.SEE_RECORDS));
    }

    @Override
    public void addTo(PageTable table) {
        table.get(PATH, Right.SEE_RECORDS, this::show);
    }

    private Reply show(Visit visit) {
        long head = book.head().seq();
        String asked = visit.query("line");
        boolean isAsked = asked.matches("[0-9]{1,15}");
        long from =
                isAsked ? Math.max(1, Long.parseLong(asked)) : Math.max(1, head - LINES_SHOWN + 1);
        return Reply.show(
                "open/log.jte",
                Map.of(
                        "asked",
                        isAsked ? asked : "",
                        "head",
                        head,
                        "lines",
                        lines.from(from, LINES_SHOWN).stream().map(LogPages::line).toList()));
    }

    /// The hash is computed from the text, whatever stands beside it.
    private static LogLine line(Line line) {
        String hash = Sha256.of(line.text()).value();
        return switch (Json.parse(line.text().getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            case Parsed.Read<JsonTree>(JsonTree tree) ->
                    new LogLine(
                            line.seq(),
                            field(tree, "at"),
                            field(tree, "by"),
                            field(tree, "type"),
                            hash);
            case Parsed.Malformed<JsonTree> _ -> new LogLine(line.seq(), "", "", "", hash);
        };
    }

    private static String field(JsonTree tree, String name) {
        return switch (tree.field(name, String.class)) {
            case Parsed.Read<String>(String value) -> value;
            case Parsed.Malformed<String> _ -> "";
        };
    }
}
