package org.menfang.hub.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QrPictureTest {
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    @Test
    void another_program_reads_what_is_drawn() throws IOException {
        for (String text : new String[] {"MF1:A B$%*+-./:", "门房", "x".repeat(500)}) {
            QrPicture picture = QrPicture.of(text).orElseThrow();
            assertEquals(text, QrReader.read(picture.png(4)));
            assertEquals(text, QrReader.readTerminal(picture.terminal().lines().toList()));
        }
    }

    /// Every one of them, also those whose data look like a corner.
    @Test
    void every_code_of_a_thousand_is_read() throws IOException {
        Random random = new Random(7);
        for (int code = 0; code < 1_000; code++) {
            StringBuilder text = new StringBuilder("MF2:");
            random.ints(220, 0, LETTERS.length())
                    .forEach(each -> text.append(LETTERS.charAt(each)));
            assertEquals(
                    text.toString(),
                    QrReader.read(QrPicture.of(text.toString()).orElseThrow().png(2)));
        }
    }

    /// The numbers of ISO/IEC 18004 for 15 % repair.
    @Test
    void a_pass_of_the_usual_length_is_of_version_8_or_9() {
        assertEquals(8, QrPicture.of("A".repeat(221)).orElseThrow().version());
        assertEquals(9, QrPicture.of("A".repeat(222)).orElseThrow().version());
        assertEquals(9, QrPicture.of("A".repeat(262)).orElseThrow().version());
        assertEquals(49 + 8, QrPicture.of("A".repeat(221)).orElseThrow().modules());
        assertEquals(Optional.empty(), QrPicture.of("x".repeat(3_000)));
    }

    @Test
    void a_drawing_has_a_light_ground_and_a_margin() {
        QrPicture picture = QrPicture.of("MF1:").orElseThrow();
        assertTrue(picture.svg().contains("viewBox=\"0 0 29 29\""), picture.svg());
        // The upper edge of the finder pattern.
        assertTrue(picture.svgPath().startsWith("M4 4h7v1h-7z"), picture.svgPath());
    }
}
