package org.menfang.hub.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QrPictureTest {
    @Test
    void another_program_reads_what_is_drawn() throws IOException {
        for (String text : new String[] {"MF1:A B$%*+-./:", "门房", "x".repeat(500)}) {
            QrPicture picture = QrPicture.of(text).orElseThrow();
            assertEquals(text, QrReader.read(picture.png(4)));
            assertEquals(text, QrReader.readTerminal(picture.terminal().lines().toList()));
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
