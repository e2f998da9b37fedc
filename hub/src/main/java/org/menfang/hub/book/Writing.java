package org.menfang.hub.book;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;
import org.menfang.json.Parsed;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// Turns entries into lines and back.
final class Writing {
    private final Map<String, EntryType<?>> byName = new HashMap<>();
    private final Map<Class<?>, String> names = new HashMap<>();

    /// @throws IllegalArgumentException if two kinds have one name
    Writing(List<? extends Chapter> chapters) {
        for (Chapter chapter : chapters) {
            for (EntryType<?> type : chapter.types()) {
                if (byName.put(type.name(), type) != null
                        || names.put(type.body(), type.name()) != null) {
                    throw new IllegalArgumentException("two entries are called " + type.name());
                }
            }
        }
    }

    Line write(long seq, Instant at, OperatorName by, EntryBody body, Sha256 previous) {
        String type = names.get(body.getClass());
        if (type == null) {
            throw new IllegalArgumentException("no chapter takes " + body.getClass());
        }
        JsonTree form =
                JsonTree.object()
                        .put("seq", seq)
                        .put("at", at.toString())
                        .put("by", by.value())
                        .put("prevhash", previous.value())
                        .put("type", type)
                        .put("body", Json.tree(body))
                        .build();
        byte[] text = form.write();
        return new Line(seq, Sha256.of(text), new String(text, StandardCharsets.UTF_8));
    }

    /// What a line says, before it is known whether it is the one that follows.
    sealed interface Reading {
        /// @param previous the hash of the line before it, as this one says
        record Sound(Entry entry, Sha256 previous) implements Reading {}

        record Damaged(DamagedBookException why) implements Reading {}
    }

    /// Reads a line by itself. Any thread may do it: this is what takes long of a long log.
    Reading read(Line line) {
        try {
            return sound(line);
        } catch (DamagedBookException e) {
            return new Reading.Damaged(e);
        }
    }

    private Reading.Sound sound(Line line) {
        byte[] text = line.text().getBytes(StandardCharsets.UTF_8);
        if (!Sha256.of(text).equals(line.hash())) {
            throw new DamagedBookException(line.seq(), "is not what its hash says");
        }
        JsonTree form =
                switch (Json.parse(text)) {
                    case Parsed.Read<JsonTree>(JsonTree tree) -> tree;
                    case Parsed.Malformed<JsonTree> _ -> throw unreadable(line);
                };
        if (field(line, form, "seq", Long.class) != line.seq()) {
            throw doesNotFollow(line.seq());
        }
        return new Reading.Sound(
                new Entry(
                        line.seq(),
                        field(line, form, "at", Instant.class),
                        field(line, form, "by", OperatorName.class),
                        body(line, form),
                        line.hash()),
                field(line, form, "prevhash", Sha256.class));
    }

    /// The entry of a line that was read.
    ///
    /// @throws DamagedBookException if it is not the one that follows
    static Entry following(Reading reading, Head before) {
        return switch (reading) {
            case Reading.Damaged(DamagedBookException why) -> throw why;
            case Reading.Sound(Entry entry, Sha256 previous) -> {
                if (entry.seq() != before.seq() + 1 || !previous.equals(before.hash())) {
                    throw doesNotFollow(entry.seq());
                }
                yield entry;
            }
        };
    }

    private static DamagedBookException doesNotFollow(long seq) {
        return new DamagedBookException(seq, "does not follow the line before it");
    }

    private EntryBody body(Line line, JsonTree form) {
        String name = field(line, form, "type", String.class);
        EntryType<?> type = byName.get(name);
        return type == null ? new UnknownBody(name) : field(line, form, "body", type.body());
    }

    private static <T> T field(Line line, JsonTree form, String name, Class<T> type) {
        return switch (form.field(name, type)) {
            case Parsed.Read<T>(T value) -> value;
            case Parsed.Malformed<T> _ -> throw unreadable(line);
        };
    }

    private static DamagedBookException unreadable(Line line) {
        return new DamagedBookException(line.seq(), "cannot be read");
    }
}
