package org.menfang.hub.print;

import java.time.Instant;
import java.util.Map;
import org.menfang.hub.page.Language;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Templates;
import org.menfang.hub.page.Visit;

/// Prints pages from templates, which are well-formed XHTML: `<br/>`, `<meta charset="utf-8"/>`.
/// Any thread may call it.
public final class Press {
    private static final String CONTENT_TYPE = "application/pdf";

    private final Templates templates;
    private final PdfPrinter printer;

    public Press(Templates templates, PdfPrinter printer) {
        this.templates = templates;
        this.printer = printer;
    }

    /// Prints a page for a file of its own, as an export needs it.
    public Printed print(
            String template, Language language, Map<String, Object> model, Instant madeAt) {
        return printer.print(templates.render(template, language, model), madeAt);
    }

    /// Prints a page for whoever asks for it, in the language of the visit.
    ///
    /// @param name of the file, with its ending
    public Reply reply(Visit visit, String name, String template, Map<String, Object> model) {
        return switch (print(template, visit.language(), model, visit.now())) {
            case Printed.Pdf(byte[] bytes) -> new Reply.File(name, CONTENT_TYPE, bytes, true);
            case Printed.NoFont _ -> new Reply.Refused(Problem.NO_FONT);
        };
    }
}
