package org.menfang.hub.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Head;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.rights.Rights;
import org.menfang.hub.rights.RightsEntry;
import org.menfang.hub.rights.Role;
import org.menfang.hub.store.Database;
import org.menfang.hub.store.SqliteBook;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

class VerifyLogCommandTest {
    @TempDir private Path data;
    private final StringWriter out = new StringWriter();
    private Head early = new Head(0, Sha256.of("none"), Instant.EPOCH);

    @BeforeEach
    void write() throws Refusal {
        try (Database database = DataFolder.open(data).database()) {
            Rights rights = new Rights();
            Book book = Book.open(new SqliteBook(database), () -> Instant.EPOCH, List.of(rights));
            for (Role role : Role.values()) {
                book.decide(
                        Book.CONSOLE,
                        _ -> Verdict.write(new RightsEntry.Appointed(new OperatorName("李"), role)));
                early = role == Role.VOLUNTEER ? book.head() : early;
            }
        }
    }

    private int verify(String... more) {
        List<String> all = new ArrayList<>(List.of("verify-log", "--data", data.toString()));
        all.addAll(List.of(more));
        PrintWriter writer = new PrintWriter(out, true);
        return Main.run(all.toArray(String[]::new), writer, writer);
    }

    private void tamper(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + data.resolve("hub.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private String noted() {
        return early.seq() + ":" + early.hash();
    }

    @Test
    void an_early_head_is_still_in_a_log_that_has_grown() {
        assertEquals(ExitStatus.FINE, verify("--head", noted()));
        assertTrue(out.toString().contains("still in it"), out.toString());
        assertTrue(out.toString().contains("the log is whole: 7:"), out.toString());
    }

    @Test
    void a_line_that_was_changed_is_found() throws SQLException {
        tamper("UPDATE entry SET text = replace(text, 'COUNCIL', 'COMMITTEE') WHERE seq = 5");
        assertEquals(ExitStatus.STORAGE, verify());
        assertTrue(out.toString().contains("line 5"), out.toString());
    }

    @Test
    void a_log_that_was_cut_and_written_anew_does_not_hold_the_head() throws Exception {
        tamper("DELETE FROM entry WHERE seq > 1");
        try (Database database = DataFolder.open(data).database()) {
            Book book =
                    Book.open(new SqliteBook(database), () -> Instant.EPOCH, List.of(new Rights()));
            for (int i = 0; i < 5; i++) {
                book.decide(
                        Book.CONSOLE,
                        _ -> Verdict.write(new RightsEntry.CodeMade(new OperatorName("李"))));
            }
        }
        assertEquals(ExitStatus.FINE, verify(), "the chain itself is whole");
        assertEquals(ExitStatus.STORAGE, verify("--head", noted()));
        assertTrue(out.toString().contains("was replaced"), out.toString());
    }

    @Test
    void what_is_no_head_or_no_hub_is_said_so() {
        assertEquals(ExitStatus.WRONG_USE, verify("--head", "12"));
        assertEquals(ExitStatus.WRONG_USE, verify("--head", "x:" + "0".repeat(64)));
        data = data.resolve("elsewhere");
        assertEquals(ExitStatus.UNAVAILABLE, verify());
    }
}
