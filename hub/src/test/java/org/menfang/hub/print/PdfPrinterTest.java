package org.menfang.hub.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PdfPrinterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final PdfPrinter printer = new PdfPrinter();

    private static String page(String body) {
        return """
        <!DOCTYPE html>
        <html lang="zh-CN"><head><title>门房</title>
        <style>
        @page { size: A4; margin: 20mm }
        body { font-family: menfang; font-size: 12pt }
        h1 { font-weight: bold }
        </style></head><body>%s</body></html>
        """
                .formatted(body);
    }

    private byte[] print(String body) {
        return switch (printer.print(page(body), NOW)) {
            case Printed.Pdf(byte[] bytes) -> bytes;
            case Printed.NoFont(String name) -> throw new AssertionError("install " + name);
        };
    }

    @Test
    void chinese_text_can_be_read_back() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(print("<h1>杏花小区公开栏</h1><p>路灯 lamps: 12 / 14</p>"))) {
            String text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains("杏花小区公开栏"), text);
            assertTrue(text.contains("路灯 lamps: 12 / 14"), text);
        }
    }

    @Test
    void the_letters_are_inside_the_file_and_only_those_that_it_shows() throws IOException {
        byte[] bytes = print("<p>门房值班</p>");
        assertTrue(bytes.length < 200_000, bytes.length + " bytes");
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            for (var name : pdf.getPage(0).getResources().getFontNames()) {
                PDFont font = pdf.getPage(0).getResources().getFont(name);
                assertTrue(font.isEmbedded(), font.getName());
            }
        }
    }

    @Test
    void the_same_page_makes_the_same_bytes() {
        assertArrayEquals(print("<p>账目</p>"), print("<p>账目</p>"));
    }

    @Test
    void a_long_chinese_line_is_broken_and_stays_on_the_page() throws IOException {
        String line = "小区大门照明维修".repeat(40);
        try (PDDocument pdf = Loader.loadPDF(print("<p>" + line + "</p>"))) {
            assertEquals(line, new PDFTextStripper().getText(pdf).replaceAll("\\s", ""));
            assertEquals(PDRectangle.A4.getWidth(), pdf.getPage(0).getMediaBox().getWidth(), 1);
            long lines = new PDFTextStripper().getText(pdf).lines().count();
            assertTrue(lines > 5, lines + " lines");
        }
    }

    @Test
    void nothing_is_fetched() throws IOException {
        byte[] bytes =
                print(
                        "<p>照片</p><img src=\"file:///etc/hostname\"/>"
                                + "<img src=\"http://127.0.0.1:1/x.png\"/>"
                                + "<link rel=\"stylesheet\" href=\"file:///etc/passwd\"/>");
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertTrue(new PDFTextStripper().getText(pdf).contains("照片"));
        }
    }

    @Test
    void a_picture_that_stands_in_the_page_is_shown() throws IOException {
        // One red pixel.
        String png =
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
        byte[] bytes = print("<img width=\"20\" src=\"data:image/png;base64," + png + "\"/>");
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertTrue(pdf.getPage(0).getResources().getXObjectNames().iterator().hasNext());
        }
    }
}
