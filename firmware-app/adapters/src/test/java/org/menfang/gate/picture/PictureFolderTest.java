package org.menfang.gate.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.vocabulary.Sha256;

/// The pictures that a gate keeps.
class PictureFolderTest {
    private static final int SIZE = 100;

    @TempDir Path folder;

    @Test
    void a_picture_lies_under_what_its_bytes_hash_to() throws IOException {
        PictureFolder pictures = PictureFolder.open(folder, 10 * SIZE);
        Sha256 digest = pictures.store(picture(1));
        assertEquals(Sha256.of(picture(1)), digest);
        assertTrue(Files.exists(folder.resolve(digest + ".jpg")));
        assertArrayEquals(picture(1), pictures.read(digest).orElseThrow());
    }

    @Test
    void the_same_picture_is_kept_once() throws IOException {
        PictureFolder pictures = PictureFolder.open(folder, 10 * SIZE);
        assertEquals(pictures.store(picture(1)), pictures.store(picture(1)));
        assertEquals(1, pictures.waiting(10).size());
    }

    @Test
    void when_there_is_no_room_the_oldest_goes_first() throws IOException {
        PictureFolder pictures = PictureFolder.open(folder, 2 * SIZE);
        Sha256 first = pictures.store(picture(1));
        Sha256 second = pictures.store(picture(2));
        Sha256 third = pictures.store(picture(3));
        assertEquals(List.of(second, third), pictures.waiting(10));
        assertEquals(Optional.empty(), pictures.read(first));
        assertFalse(Files.exists(folder.resolve(first + ".jpg")));
    }

    @Test
    void a_picture_larger_than_the_room_is_refused_and_nothing_else_is_lost() throws IOException {
        PictureFolder pictures = PictureFolder.open(folder, SIZE);
        Sha256 digest = pictures.store(picture(1));
        assertThrows(IOException.class, () -> pictures.store(new byte[SIZE + 1]));
        assertEquals(List.of(digest), pictures.waiting(10));
    }

    @Test
    void what_the_hub_holds_does_not_wait_but_is_still_there() throws IOException {
        PictureFolder pictures = PictureFolder.open(folder, 10 * SIZE);
        Sha256 digest = pictures.store(picture(1));
        pictures.uploaded(digest);
        pictures.uploaded(digest);
        assertEquals(List.of(), pictures.waiting(10));
        assertArrayEquals(picture(1), pictures.read(digest).orElseThrow());
    }

    @Test
    void a_restart_knows_what_waits_and_what_is_oldest() throws IOException {
        PictureFolder before = PictureFolder.open(folder, 10 * SIZE);
        Sha256 sent = before.store(picture(1));
        before.uploaded(sent);
        Sha256 newer = before.store(picture(2));
        Sha256 older = before.store(picture(3));
        Files.setLastModifiedTime(folder.resolve(newer + ".jpg"), FileTime.fromMillis(2_000));
        Files.setLastModifiedTime(folder.resolve(older + ".jpg"), FileTime.fromMillis(1_000));
        Files.writeString(folder.resolve("unfinished.tmp"), "half a pict");
        PictureFolder after = PictureFolder.open(folder, 10 * SIZE);
        assertEquals(List.of(older, newer), after.waiting(10));
        assertEquals(List.of(older), after.waiting(1));
        assertTrue(after.read(sent).isPresent());
        assertFalse(Files.exists(folder.resolve("unfinished.tmp")));
    }

    @Test
    void a_smaller_room_after_a_restart_is_kept_to() throws IOException {
        PictureFolder before = PictureFolder.open(folder, 10 * SIZE);
        for (int number = 1; number <= 5; number++) {
            before.store(picture(number));
        }
        assertEquals(2, PictureFolder.open(folder, 2 * SIZE).waiting(10).size());
    }

    @Test
    void a_torn_picture_is_removed_when_it_is_read() throws IOException {
        PictureFolder pictures = PictureFolder.open(folder, 10 * SIZE);
        Sha256 digest = pictures.store(picture(1));
        Files.write(folder.resolve(digest + ".jpg"), new byte[SIZE / 2]);
        assertEquals(Optional.empty(), pictures.read(digest));
        assertEquals(List.of(), pictures.waiting(10));
        assertFalse(Files.exists(folder.resolve(digest + ".jpg")));
    }

    @Test
    void a_picture_that_somebody_removed_is_gone() throws IOException {
        PictureFolder pictures = PictureFolder.open(folder, 10 * SIZE);
        Sha256 digest = pictures.store(picture(1));
        Files.delete(folder.resolve(digest + ".jpg"));
        assertEquals(Optional.empty(), pictures.read(digest));
        assertEquals(List.of(), pictures.waiting(10));
    }

    private static byte[] picture(int number) {
        byte[] bytes = new byte[SIZE];
        bytes[0] = (byte) number;
        return bytes;
    }
}
