package org.menfang.hub.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.InMemoryBookStore;
import org.menfang.hub.book.Verdict;
import org.menfang.vocabulary.Sha256;

class FilePurgeTest {
    private static final Instant NIGHT = Instant.parse("2026-11-22T20:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir private Path folder;
    private final Set<Sha256> held = new HashSet<>();
    private final Keeping keeping = new Keeping();
    private final Book book =
            Book.open(new InMemoryBookStore(), InstantSource.fixed(NIGHT), List.of(keeping));

    private List<FileShelf> shelves() {
        return List.of(
                new FileShelf(FileKind.CASE_PICTURES, folder.resolve("cases"), ".jpg", "copies"),
                new FileShelf(FileKind.CASE_COPIES, folder.resolve("cases/copies"), ".zip", ""),
                new FileShelf(
                        FileKind.ROUND_PICTURES, folder.resolve("rounds/pictures"), ".jpg", ""));
    }

    private void night() {
        FilePurge purge =
                new FilePurge(book, keeping, shelves(), Retention.DEFAULT, ZONE, (_, _) -> held);
        for (int tick = 0; tick < 20; tick++) {
            purge.tick(NIGHT.plusSeconds(tick));
        }
    }

    private Path put(String name, int days) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
        Files.setLastModifiedTime(file, FileTime.from(NIGHT.minus(Duration.ofDays(days))));
        return file;
    }

    private static Sha256 digest(int number) {
        return Sha256.of("file " + number);
    }

    private static String jpeg(String shelf, int number) {
        return shelf + "/" + digest(number).value().substring(0, 2) + "/" + digest(number) + ".jpg";
    }

    /// Where a file lies, how old it is, whether something open needs it, and whether it goes.
    @ParameterizedTest
    @CsvSource({
        "cases, 179, false, false",
        "cases, 181, false, true",
        "cases, 999, true, false",
        "copies, 179, false, false",
        "copies, 181, false, true",
        "copies, 181, true, false",
        "rounds, 89, false, false",
        "rounds, 91, false, true"
    })
    void what_is_older_than_it_may_be_kept_goes_and_what_is_held_stays(
            String where, int days, boolean isHeld, boolean goes) throws IOException {
        Path file =
                put(
                        switch (where) {
                            case "copies" -> "cases/copies/" + digest(1) + ".zip";
                            case "rounds" -> jpeg("rounds/pictures", 1);
                            default -> jpeg("cases", 1);
                        },
                        days);
        if (isHeld) {
            held.add(digest(1));
        }
        night();
        assertEquals(goes, !Files.exists(file));
        assertEquals(goes ? 1 : 0, keeping.fileProofs().size());
        if (goes) {
            assertEquals(List.of(digest(1)), keeping.fileProofs().getFirst().purged().files());
        }
    }

    @Test
    void what_is_no_picture_is_never_touched() throws IOException {
        Path file = put("cases/evidence.txt", 999);
        Path name = put("cases/ab/not-a-digest.jpg", 999);
        night();
        assertTrue(Files.exists(file) && Files.exists(name));
    }

    @Test
    void many_files_make_several_proofs_and_each_file_stands_in_one() throws IOException {
        int count = FilePurge.PROOF_FILES_MAX + 5;
        for (int number = 0; number < count; number++) {
            put(jpeg("rounds/pictures", number), 91);
        }
        night();
        assertEquals(2, keeping.fileProofs().size());
        assertEquals(
                count,
                keeping.fileProofs().stream()
                        .flatMap(proof -> proof.purged().files().stream())
                        .distinct()
                        .count());
        night();
        assertEquals(2, keeping.fileProofs().size());
    }

    /// The proof stands in the log, and the files are still there: one of them was brought again.
    @Test
    void a_hub_that_died_between_proof_and_deletion_goes_on_there() throws IOException {
        Path left = put(jpeg("rounds/pictures", 1), 91);
        Path again = put(jpeg("rounds/pictures", 2), 1);
        book.decide(
                Book.HUB,
                _ ->
                        Verdict.write(
                                new KeepEntry.FilesPurged(
                                        FileKind.ROUND_PICTURES,
                                        List.of(digest(1), digest(2)),
                                        NIGHT.minus(Duration.ofDays(90)))));
        night();
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(again));
        assertEquals(1, keeping.fileProofs().size());
        assertEquals(Map.of(1L, 2), sizes());
    }

    private Map<Long, Integer> sizes() {
        return keeping.fileProofs().stream()
                .collect(
                        Collectors.toMap(
                                Keeping.FileProof::line, proof -> proof.purged().files().size()));
    }
}
