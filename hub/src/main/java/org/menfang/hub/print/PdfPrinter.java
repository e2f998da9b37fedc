package org.menfang.hub.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.Optional;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.Sha256;

/// Makes PDF files from pages.
///
/// A page is well-formed XHTML with its style inside, in CSS 2.1 and with `@page`; every element
/// that is opened is closed. Its only font is called {@link #FONT}. Nothing is fetched: pictures
/// stand in it as `data:` addresses. The same page of the same moment makes the same bytes.
public final class PdfPrinter {
    /// The name of the font in styles: `font-family: menfang`.
    public static final String FONT = "menfang";

    private static final String PRODUCER = "Menfang";
    private static final int[] WEIGHTS = {400, 700};

    private @Nullable ChineseFont font;

    public PdfPrinter() {
        // It tells each step at INFO.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /// Prints a page.
    ///
    /// @param madeAt when it was made; it stands in the file
    /// @throws IllegalArgumentException if the page is not well-formed
    public Printed print(String xhtml, Instant madeAt) {
        Optional<ChineseFont> found = font();
        if (found.isEmpty()) {
            return new Printed.NoFont(ChineseFont.PACKAGE);
        }
        try {
            return new Printed.Pdf(print(xhtml, madeAt, found.get()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Looked for at each attempt until there is one: it may be installed while the hub runs.
    private synchronized Optional<ChineseFont> font() {
        if (font == null) {
            font = ChineseFont.ofMachine().orElse(null);
        }
        return Optional.ofNullable(font);
    }

    private static byte[] print(String xhtml, Instant madeAt, ChineseFont font) throws IOException {
        try (ChineseFont.Loaded loaded = font.load();
                PDDocument document = new PDDocument()) {
            PDFont embedded = PDType0Font.load(document, loaded.font(), true);
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(document)
                    .withProducer(PRODUCER)
                    .withHtmlContent(xhtml, null)
                    .useUnicodeLineBreaker(new ChineseLines())
                    .useReplacementText("□");
            for (int weight : WEIGHTS) {
                builder.useFont(new PDFontSupplier(embedded), FONT, weight, FontStyle.NORMAL, true);
            }
            for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
                builder.useExternalResourceAccessControl(
                        (address, type) -> address.startsWith("data:"), when);
            }
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                PDDocument pages = renderer.createPDFKeepOpen();
                return save(pages, xhtml, madeAt);
            }
        }
    }

    private static byte[] save(PDDocument document, String xhtml, Instant madeAt)
            throws IOException {
        GregorianCalendar made = GregorianCalendar.from(madeAt.atZone(ZoneOffset.UTC));
        PDDocumentInformation about = document.getDocumentInformation();
        about.setCreationDate(made);
        about.setModificationDate(made);
        // The number of the file comes from what it says, where the library would take the time.
        byte[] digest =
                HexFormat.of()
                        .parseHex(
                                Sha256.of((xhtml + madeAt).getBytes(StandardCharsets.UTF_8))
                                        .value());
        document.setDocumentId(ByteBuffer.wrap(digest).getLong());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
