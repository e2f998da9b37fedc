package org.menfang.site.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.menfang.site.BoardChip;
import org.menfang.site.CardFormat;
import org.menfang.site.ReaderConnection;
import org.menfang.site.ReaderLine;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Wiring;
import org.menfang.vocabulary.ReaderId;

/// Puts together the readers, their lines and formats, and the chips beside the board's own, from a
/// file in which no fault was found.
final class ReaderAssembly {
    private static final int BAUD_DEFAULT = 9600;

    private ReaderAssembly() {}

    static List<ReaderPlan> readers(Section site) {
        List<CardFormat> formats =
                Stream.concat(
                                CardFormat.USUAL.stream(),
                                site.items("card-formats").stream().map(ReaderAssembly::format))
                        .toList();
        return site.items("readers").stream().map(reader -> reader(reader, formats)).toList();
    }

    static Wiring wiring(Section site) {
        SortedMap<String, ReaderLine> lines = new TreeMap<>();
        site.items("reader-lines").forEach(line -> lines.put(line.id(), line(line.body())));
        return new Wiring(
                site.text("gpio-chip").map(Placed::value),
                lines,
                site.items("boards").stream().map(ReaderAssembly::chip).toList());
    }

    private static ReaderPlan reader(Section.Item reader, List<CardFormat> formats) {
        Section body = reader.body();
        String format = text(body, "format");
        return new ReaderPlan(
                new ReaderId(reader.id()),
                text(body, "name"),
                formats.stream()
                        .filter(known -> known.name().equals(format))
                        .findFirst()
                        .orElseThrow(),
                body.isTrue("keypad"),
                body.isTrue("codes"),
                connection(body.section("connection")));
    }

    private static ReaderConnection connection(Section connection) {
        Section osdp = connection.section("osdp");
        Section keyboard = connection.section("keyboard");
        Section serial = connection.section("serial");
        if (connection.has("wiegand")) {
            return new ReaderConnection.Wiegand();
        }
        if (connection.has("osdp")) {
            return new ReaderConnection.Osdp(text(osdp, "line"), number(osdp, "address"));
        }
        if (connection.has("keyboard")) {
            return new ReaderConnection.Keyboard(device(keyboard));
        }
        return connection.has("serial")
                ? new ReaderConnection.Serial(device(serial), baud(serial))
                : new ReaderConnection.Unsaid();
    }

    private static ReaderLine line(Section line) {
        return line.has("device")
                ? new ReaderLine.Device(device(line), baud(line))
                : new ReaderLine.Tcp(text(line, "host"), number(line, "port"));
    }

    private static BoardChip chip(Section.Item chip) {
        return new BoardChip(
                chip.id(),
                BoardChip.Kind.valueOf(text(chip.body(), "chip").toUpperCase(Locale.ROOT)),
                number(chip.body(), "bus"),
                number(chip.body(), "address"),
                chip.body()
                        .number("interrupt")
                        .map(line -> OptionalInt.of(Math.toIntExact(line.value())))
                        .orElse(OptionalInt.empty()));
    }

    private static CardFormat format(Section.Item format) {
        Section body = format.body();
        int bits = number(body, "bits");
        return new CardFormat(
                format.id(),
                bits,
                field(body, "facility").orElse(null),
                field(body, "number").orElseThrow(),
                body.sections("parity").stream().map(parity -> parity(parity, bits)).toList());
    }

    private static CardFormat.Parity parity(Section parity, int bits) {
        return new CardFormat.Parity(
                CardFormat.Parity.Kind.valueOf(text(parity, "kind").toUpperCase(Locale.ROOT)),
                number(parity, "bit"),
                ParityMask.of(parity, bits).orElseThrow().value());
    }

    private static Optional<CardFormat.Field> field(Section format, String name) {
        return FieldText.of(format.section(name))
                .map(field -> new CardFormat.Field(field.from(), field.bits()));
    }

    private static Path device(Section section) {
        return Path.of(text(section, "device"));
    }

    private static int baud(Section section) {
        return section.number("baud").map(Placed::value).map(Math::toIntExact).orElse(BAUD_DEFAULT);
    }

    private static String text(Section section, String key) {
        return section.text(key).orElseThrow().value();
    }

    private static int number(Section section, String key) {
        return Math.toIntExact(section.number(key).orElseThrow().value());
    }
}
