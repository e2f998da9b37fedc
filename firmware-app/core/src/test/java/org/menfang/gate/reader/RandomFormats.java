package org.menfang.gate.reader;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.menfang.site.CardFormat;

/// Card formats of all lengths: parity bits anywhere outside two fields, taken over whatever bits
/// were made before them.
final class RandomFormats {
    private static final int PARITIES_MAX = 4;

    private RandomFormats() {}

    static CardFormat next(Random random) {
        int bits = random.nextInt(CardFormat.BITS_MIN, CardFormat.BITS_MAX + 1);
        int before = random.nextInt(PARITIES_MAX / 2 + 1);
        int between = random.nextInt(2);
        int after = random.nextInt(2);
        int fields = bits - before - between - after;
        int facility = random.nextInt(1, Math.min(fields, CardFormat.FACILITY_BITS_MAX + 1));
        List<Integer> places = new ArrayList<>();
        for (int bit = 0; bit < before; bit++) {
            places.add(bit);
        }
        for (int bit = 0; bit < between; bit++) {
            places.add(before + facility + bit);
        }
        for (int bit = bits - after; bit < bits; bit++) {
            places.add(bit);
        }
        CardFormat.Field number =
                new CardFormat.Field(before + facility + between, fields - facility);
        return new CardFormat(
                "club",
                bits,
                new CardFormat.Field(before, facility),
                number,
                parities(random, bits, places));
    }

    private static List<CardFormat.Parity> parities(Random random, int bits, List<Integer> places) {
        Collections.shuffle(places, random);
        List<CardFormat.Parity> parities = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            List<Integer> notMade = places.subList(i, places.size());
            StringBuilder mask = new StringBuilder();
            for (int bit = 0; bit < bits; bit++) {
                mask.append(!notMade.contains(bit) && random.nextBoolean() ? '1' : '0');
            }
            CardFormat.Parity.Kind kind =
                    random.nextBoolean() ? CardFormat.Parity.Kind.EVEN : CardFormat.Parity.Kind.ODD;
            parities.add(new CardFormat.Parity(kind, places.get(i), mask.toString()));
        }
        return parities;
    }
}
