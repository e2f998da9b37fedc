package org.menfang.hub.rights;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Head;
import org.menfang.hub.book.Line;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Times;
import org.menfang.hub.page.Visit;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;

/// The hub's log, line by line, for those who check that nothing was hidden.
public final class RecordPages implements Section {
    private static final String PATH = "/records";
    private static final int LINES_A_PAGE = 50;

    private final Book book;

    public RecordPages(Book book) {
        this.book = book;
    }

    @Override
    public void addTo(PageTable table) {
        table.get(PATH, Right.SEE_RECORDS, this::show);
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(PATH, "rights.records", Right.SEE_RECORDS));
    }

    /// A line of the log.
    ///
    /// @param what in words, or its own word where none are known
    /// @param facts what exactly stands there
    public record RecordRow(
            long seq, String at, String by, String what, String type, List<Fact> facts) {}

    /// A name and what stands under it.
    public record Fact(String name, String value) {}

    private Reply show(Visit visit) {
        String asked = visit.query("before");
        long before = asked.matches("[1-9][0-9]{0,17}") ? Long.parseLong(asked) : Long.MAX_VALUE;
        List<RecordRow> rows =
                book.lines(before, LINES_A_PAGE).stream().map(line -> row(visit, line)).toList();
        Head head = book.head();
        long last = rows.isEmpty() ? 1 : rows.getLast().seq();
        return Reply.show(
                "rights/records.jte",
                Map.of(
                        "rows",
                        rows,
                        "headSeq",
                        head.seq(),
                        "headHash",
                        head.hash().value(),
                        "headAt",
                        Times.second(head.at(), visit.zone()),
                        "older",
                        last > 1 ? PATH + "?before=" + last : "",
                        "newer",
                        before == Long.MAX_VALUE ? "" : PATH));
    }

    private static RecordRow row(Visit visit, Line line) {
        JsonTree form = Json.parse(line.text().getBytes(StandardCharsets.UTF_8)).orThrow();
        String type = form.field("type", String.class).orThrow();
        Instant at = form.field("at", Instant.class).orThrow();
        List<Fact> facts = new ArrayList<>();
        JsonTree body = form.field("body").orThrow();
        body.fieldNames()
                .forEach(name ->
                        facts.add(new Fact(name, plain(body.field(name).orThrow().toString()))));
        return new RecordRow(
                line.seq(),
                Times.second(at, visit.zone()),
                form.field("by", String.class).orThrow(),
                visit.textOr("rights.record." + type, type),
                type,
                facts);
    }

    /// A text without its quotes; anything else as it stands.
    private static String plain(String json) {
        return json.length() > 1 && json.startsWith("\"")
                ? json.substring(1, json.length() - 1)
                : json;
    }
}
