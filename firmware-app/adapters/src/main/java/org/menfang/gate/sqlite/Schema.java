package org.menfang.gate.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The steps that lead from an empty file to the tables that this program knows. Step n makes
/// version n; a step that was once released never changes.
record Schema(List<String> scripts) {
    private static final int VERSION = 4;

    Schema {
        scripts = List.copyOf(scripts);
    }

    /// The schema of this program.
    static Schema current() {
        List<String> scripts = new ArrayList<>();
        for (int version = 1; version <= VERSION; version++) {
            scripts.add(read("schema/" + version + ".sql"));
        }
        return new Schema(scripts);
    }

    int version() {
        return scripts.size();
    }

    /// Brings a database from the version that it has to this one, each step in one transaction.
    void bring(GateDatabase database, int from) throws SQLException {
        for (int version = from + 1; version <= version(); version++) {
            String script = scripts.get(version - 1);
            int reached = version;
            database.transaction(() -> {
                for (String statement : statements(script)) {
                    database.execute(statement);
                }
                database.execute("PRAGMA user_version = " + reached);
                return reached;
            });
        }
    }

    /// All steps, for an empty database that has no version.
    List<String> statements() {
        return scripts.stream().flatMap(script -> statements(script).stream()).toList();
    }

    private static List<String> statements(String script) {
        return Arrays.stream(script.split(";\\s*(?:\n|$)", -1))
                .filter(statement -> !statement.isBlank())
                .toList();
    }

    private static String read(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
