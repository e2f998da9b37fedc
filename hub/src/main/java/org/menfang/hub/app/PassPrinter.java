package org.menfang.hub.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.pass.IssuedPass;
import org.menfang.hub.pass.PassFiles;
import org.menfang.hub.pass.PassSheet;
import org.menfang.hub.pass.PassSlip;
import org.menfang.hub.qr.QrPicture;
import org.menfang.pass.PassClass;
import org.menfang.pass.PassPin;
import org.menfang.pass.SignedPass;
import org.menfang.rules.RuleSet;
import org.menfang.rules.SecretKey;
import org.menfang.tls.PrivateFiles;

/// Shows a pass that was issued: in words, as a code on the terminal, and as files.
final class PassPrinter {
    private final PrintWriter out;
    private final PassSheet sheet;
    private final PassSlip slip;
    private final Optional<RuleSet> rules;

    /// @param rules for digits and for the code of the moment
    PassPrinter(PrintWriter out, PassSheet sheet, PassSlip slip, Optional<RuleSet> rules) {
        this.out = out;
        this.sheet = sheet;
        this.slip = slip;
        this.rules = rules;
    }

    /// @param folder where the files go
    /// @param now of the code of the moment
    void print(IssuedPass pass, Path folder, Instant now) throws IOException {
        sheet.lines(pass.pass()).forEach(out::println);
        out.println(sheet.forms(pass.forms().stream().map(form -> form.pass().type()).toList()));
        String digits = printPin(pass);
        Optional<SignedPass> paper = pass.form(PassClass.PAPER);
        if (paper.isPresent()) {
            printPaper(paper.get(), folder, digits);
        }
        SecretKey rotationKey = PassOptions.passes(rules).rotationKey();
        Optional<SignedPass> phone = pass.form(PassClass.ROTATING);
        if (phone.isPresent()) {
            if (rotationKey == null) {
                out.println(sheet.word("no-rotation-key"));
            } else {
                String text = phone.get().text(rotationKey, now);
                tell(PassFiles.write(folder, pass.id() + "-now", text, code(text)), code(text));
            }
        }
    }

    /// @return the digits; none if the pass has none, or nobody knows
    private @Nullable String printPin(IssuedPass pass) {
        if (rules.isEmpty()) {
            return null;
        }
        Optional<PassPin> pins = PassOptions.pins(rules.get());
        if (pins.isEmpty()) {
            out.println(sheet.word("pin") + sheet.word("colon") + sheet.word("no-pin-rule"));
            return null;
        }
        PassPin.Form form = pins.get().form(pass.pass());
        out.println(sheet.pin(form));
        return form instanceof PassPin.Form.Digits digits ? digits.digits() : null;
    }

    private void printPaper(SignedPass pass, Path folder, @Nullable String digits)
            throws IOException {
        String name = pass.pass().id().value();
        QrPicture code = code(pass.text());
        List<Path> files = new ArrayList<>(PassFiles.write(folder, name, pass.text(), code));
        Path print = folder.resolve(name + "-slip.svg");
        PrivateFiles.write(print, slip.svg(pass.pass(), code, digits));
        files.add(print);
        tell(files, code);
    }

    private void tell(List<Path> files, QrPicture code) {
        out.print(code.terminal());
        files.forEach(file -> out.println(sheet.word("written", file.toString())));
    }

    private static QrPicture code(String text) {
        return QrPicture.of(text)
                .orElseThrow(() -> new IllegalStateException("no code holds a pass"));
    }
}
