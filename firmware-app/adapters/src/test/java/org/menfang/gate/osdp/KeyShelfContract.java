package org.menfang.gate.osdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.menfang.vocabulary.ReaderId;

/// What every shelf of keys does.
abstract class KeyShelfContract {
    static final ReaderId READER = new ReaderId("north-in");
    static final BaseKey KEY = new BaseKey(new byte[BaseKey.BYTES]);
    static final BaseKey OTHER = BaseKey.read("000102030405060708090A0B0C0D0E0F").orElseThrow();

    abstract KeyShelf shelf();

    @Test
    void a_reader_that_nobody_gave_a_key_has_none() {
        assertEquals(KeyShelf.Kept.NOTHING, shelf().of(READER));
        assertThrows(IOException.class, () -> shelf().confirm(READER));
    }

    @Test
    void a_proposed_key_stands_before_the_own_one_until_it_is_confirmed() throws IOException {
        KeyShelf shelf = shelf();
        shelf.propose(READER, KEY);
        shelf.confirm(READER);
        assertEquals(new KeyShelf.Kept(KEY, null, false), shelf.of(READER));
        shelf.propose(READER, OTHER);
        assertEquals(new KeyShelf.Kept(KEY, OTHER, false), shelf.of(READER));
        assertEquals(List.of(OTHER, KEY), shelf.of(READER).keys());
        shelf.confirm(READER);
        assertEquals(new KeyShelf.Kept(OTHER, null, false), shelf.of(READER));
    }

    @Test
    void readers_do_not_share_keys() throws IOException {
        KeyShelf shelf = shelf();
        shelf.propose(READER, KEY);
        assertEquals(KeyShelf.Kept.NOTHING, shelf.of(new ReaderId("north-out")));
    }
}
