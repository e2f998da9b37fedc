package org.menfang.site.file;

import java.util.Optional;
import org.menfang.json.TextPlace;
import org.menfang.site.CardFormat;

/// Some bits in a row, and where they stand in the file.
record FieldText(TextPlace place, int from, int bits) {
    /// The first bit behind them.
    int end() {
        return from + bits;
    }

    /// Empty where a part is missing, or lies where no bit can.
    static Optional<FieldText> of(Section field) {
        return field.number("from")
                .filter(FieldText::isCount)
                .flatMap(from ->
                        field.number("bits")
                                .filter(FieldText::isCount)
                                .map(bits ->
                                        new FieldText(
                                                from.place(),
                                                Math.toIntExact(from.value()),
                                                Math.toIntExact(bits.value()))));
    }

    private static boolean isCount(Placed<Long> number) {
        return number.value() >= 0 && number.value() <= CardFormat.BITS_MAX;
    }
}
