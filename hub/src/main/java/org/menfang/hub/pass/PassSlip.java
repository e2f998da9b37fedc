package org.menfang.hub.pass;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.qr.QrPicture;
import org.menfang.pass.Pass;

/// A pass on paper: a drawing of 80 by 130 mm with its QR code, its digits and what it says, in
/// Chinese and English, black on white. It names nobody.
public final class PassSlip {
    private static final int CODE_MM = 68;

    private final PassSheet chinese;
    private final PassSheet english;

    public PassSlip(ZoneId zone) {
        this.chinese = new PassSheet(Locale.SIMPLIFIED_CHINESE, zone);
        this.english = new PassSheet(Locale.ENGLISH, zone);
    }

    /// @param digits its PIN form; none if it has none
    public String svg(Pass pass, QrPicture code, @Nullable String digits) {
        StringBuilder lines = new StringBuilder();
        lines.append(text(12, 6, "bold", both("title")));
        lines.append(text(19, 4, "normal", pass.compound().value()));
        lines.append(text(96, 4, "bold", chinese.time(pass.notBefore()) + " – "))
                .append(text(102, 4, "bold", chinese.time(pass.expires())));
        lines.append(text(108, 3.5, "normal", chinese.places(pass.scope())));
        lines.append(text(114, 3.5, "normal", chinese.uses(pass) + " / " + english.uses(pass)));
        if (digits != null) {
            lines.append(text(121, 5, "bold", both("pin") + " " + PassSheet.grouped(digits)));
        }
        lines.append(text(127, 3, "normal", pass.id().value()));
        return """
        <svg xmlns="http://www.w3.org/2000/svg" width="80mm" height="130mm" viewBox="0 0 80 130">
        <rect width="80" height="130" fill="#fff" stroke="#000" stroke-width="0.3"/>
        <path transform="translate(6 21) scale(%s)" d="%s"/>
        <g font-family="Noto Sans CJK SC, Noto Sans, sans-serif" text-anchor="middle">
        %s</g>
        </svg>
        """
                .formatted(scale(code), code.svgPath(), lines);
    }

    private String both(String key) {
        return chinese.word(key) + " " + english.word(key);
    }

    private static String scale(QrPicture code) {
        return String.format(Locale.ROOT, "%.5f", (double) CODE_MM / code.modules());
    }

    private static String text(double y, double size, String weight, String text) {
        return String.format(
                Locale.ROOT,
                "<text x=\"40\" y=\"%s\" font-size=\"%s\" font-weight=\"%s\">%s</text>%n",
                y,
                size,
                weight,
                escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
