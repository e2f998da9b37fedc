package org.menfang.site.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.menfang.json.TextPlace;
import org.menfang.site.CardFormat;

/// Checks the card formats that a site file describes: every bit has one meaning.
final class FormatChecks {
    /// What the identifiers of other credentials begin with.
    private static final Set<String> TAKEN =
            Set.of("wiegand-26", "wiegand-34", "wiegand-37", "ntag-424", "pin", "pass");

    private final Section.Item format;
    private final FaultList faults;
    private final int bits;

    /// What each bit means so far; empty strings for those without a meaning.
    private final String[] meanings;

    private boolean sound = true;

    private FormatChecks(Section.Item format, int bits, FaultList faults) {
        this.format = format;
        this.bits = bits;
        this.faults = faults;
        this.meanings = new String[bits];
        Arrays.fill(meanings, "");
    }

    static void check(Section site, FaultList faults) {
        for (Section.Item format : site.items("card-formats")) {
            if (TAKEN.contains(format.id())) {
                faults.add(format.place(), FaultCode.FORMAT_NAME_TAKEN, format.id());
            }
            format.body()
                    .number("bits")
                    .filter(bits ->
                            bits.value() >= CardFormat.BITS_MIN
                                    && bits.value() <= CardFormat.BITS_MAX)
                    .ifPresent(bits ->
                            new FormatChecks(format, Math.toIntExact(bits.value()), faults)
                                    .check());
        }
    }

    private void check() {
        for (String name : List.of("facility", "number")) {
            FieldText.of(format.body().section(name)).ifPresent(field -> take(name, field));
            sound &=
                    !format.body().has(name)
                            || FieldText.of(format.body().section(name)).isPresent();
        }
        String[] made = meanings.clone();
        for (Section parity : format.body().sections("parity")) {
            checkParity(parity, made);
        }
        checkAllMeant();
    }

    private void take(String name, FieldText field) {
        for (int bit = field.from(); bit < field.end(); bit++) {
            if (bit >= bits) {
                fault(field.place(), FaultCode.FIELD_OUTSIDE, name, Integer.toString(bits));
                return;
            }
            if (!meanings[bit].isEmpty()) {
                fault(
                        field.place(),
                        FaultCode.FIELDS_OVERLAP,
                        name,
                        Integer.toString(bit),
                        meanings[bit]);
                return;
            }
            meanings[bit] = name;
        }
    }

    private void checkParity(Section parity, String[] made) {
        Optional<Placed<Long>> place = parity.number("bit").filter(bit -> bit.value() >= 0);
        if (place.isEmpty()) {
            sound = false;
            return;
        }
        int bit = (int) Math.min(place.get().value(), CardFormat.BITS_MAX);
        take("parity", new FieldText(place.get().place(), bit, 1));
        if (bit < bits) {
            checkMask(parity, bit, made);
            made[bit] = "parity";
        }
    }

    private void checkMask(Section parity, int own, String[] made) {
        Optional<Placed<String>> mask = ParityMask.of(parity, bits);
        if (mask.isEmpty()) {
            boolean both = parity.has("over") && parity.has("mask");
            boolean none = !parity.has("over") && !parity.has("mask");
            if (both || none) {
                fault(parity.mapping().place(), FaultCode.PARITY_OVER_WHAT);
            }
            sound = false;
            return;
        }
        TextPlace place = mask.get().place();
        String signs = mask.get().value();
        if (signs.length() != bits) {
            fault(
                    place,
                    FaultCode.MASK_LENGTH,
                    Integer.toString(signs.length()),
                    Integer.toString(bits));
            return;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (signs.charAt(bit) == '1' && (bit == own || made[bit].isEmpty())) {
                fault(
                        place,
                        FaultCode.PARITY_OVER_LATER,
                        Integer.toString(own),
                        Integer.toString(bit));
                return;
            }
        }
    }

    /// Two cards that differ only in a bit without a meaning would be one.
    private void checkAllMeant() {
        for (int bit = 0; bit < bits && sound; bit++) {
            if (meanings[bit].isEmpty()) {
                fault(
                        format.place(),
                        FaultCode.BIT_WITHOUT_MEANING,
                        Integer.toString(bit),
                        format.id());
            }
        }
    }

    private void fault(TextPlace place, FaultCode code, String... arguments) {
        sound = false;
        faults.add(place, code, arguments);
    }
}
