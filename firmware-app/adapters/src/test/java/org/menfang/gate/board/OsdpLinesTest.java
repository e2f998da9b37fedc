package org.menfang.gate.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.gate.osdp.OsdpLine;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;
import org.menfang.vocabulary.ReaderId;

final class OsdpLinesTest {
    private static final List<OsdpLine.Place> PLACES =
            List.of(new OsdpLine.Place(new ReaderId("lane-reader"), 3));

    @TempDir private Path folder = Path.of("");

    @Test
    void a_serial_line_is_as_fast_as_the_site_file_says() throws IOException {
        OsdpLine line = only("{device: /dev/ttyAMA0, baud: 115200}");
        assertEquals("wall", line.name());
        assertEquals(115_200, line.baud());
        assertEquals(PLACES, line.places());
    }

    @Test
    void nobody_knows_how_fast_a_line_behind_a_converter_is() throws IOException {
        OsdpLine line = only("{host: 192.168.1.50, port: 4001}");
        assertEquals(0, line.baud());
        assertEquals(PLACES, line.places());
    }

    private OsdpLine only(String line) throws IOException {
        String text =
                Files.readString(Path.of("../../edge-config/sites/lane.yaml"))
                        .replace("\nreaders:", "\nreader-lines:\n  wall: " + line + "\n\nreaders:")
                        .replace(
                                "format: wiegand-26}",
                                "format: wiegand-26, connection: {osdp: {line: wall, address: 3}}}");
        Path file = Files.writeString(folder.resolve("site.yaml"), text);
        Site site = assertInstanceOf(SiteCheck.Good.class, SiteFiles.check(file)).site();
        List<OsdpLine> lines = OsdpLines.of(site);
        assertEquals(1, lines.size());
        return lines.getFirst();
    }
}
