package org.menfang.hub.rules;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.rules.RulesShelf.Put;
import org.menfang.hub.rules.RulesShelf.Shelved;
import org.menfang.vocabulary.CompoundId;

class RulesShelfTest {
    private static final CompoundId ELM = new CompoundId("elm-lane");
    private static final CompoundId OAK = new CompoundId("oak");

    @TempDir private Path folder;
    private RulesShelf shelf;

    @BeforeEach
    void open() throws IOException {
        shelf = RulesShelf.open(folder.resolve("rules"));
    }

    @Test
    void the_newest_set_of_a_compound_is_found() throws IOException {
        assertEquals(Optional.empty(), shelf.newest(ELM));
        put(ELM, 9);
        put(ELM, 10);
        put(OAK, 99);
        assertEquals(10, shelf.newest(ELM).orElseThrow().version());
        assertArrayEquals(new byte[] {10}, shelf.newest(ELM).orElseThrow().envelope());
    }

    @Test
    void a_set_that_is_not_newer_is_refused() throws IOException {
        put(ELM, 10);
        assertEquals(new Put.NotNewer(10), shelf.put(ELM, 10, new byte[] {1}));
        assertEquals(new Put.NotNewer(10), shelf.put(ELM, 9, new byte[] {1}));
        assertArrayEquals(new byte[] {10}, shelf.newest(ELM).orElseThrow().envelope());
    }

    @Test
    void only_so_many_sets_are_kept() throws IOException {
        for (int version = 1; version <= RulesShelf.SETS_KEPT_MAX + 2; version++) {
            put(ELM, version);
        }
        List<Long> kept = shelf.all(ELM).stream().map(Shelved::version).toList();
        assertEquals(RulesShelf.SETS_KEPT_MAX, kept.size());
        assertEquals(RulesShelf.SETS_KEPT_MAX + 2, kept.getFirst());
        assertEquals(3, kept.getLast());
    }

    @Test
    void other_files_on_the_shelf_are_left_alone() throws IOException {
        Path note = folder.resolve("rules").resolve("elm-lane.x.cose");
        Files.writeString(note, "a note");
        put(ELM, 1);
        assertEquals(1, shelf.all(ELM).size());
        assertEquals("a note", Files.readString(note));
    }

    private void put(CompoundId compound, int version) throws IOException {
        assertInstanceOf(
                Put.Stored.class, shelf.put(compound, version, new byte[] {(byte) version}));
    }
}
