package org.menfang.hub.open;

import java.util.List;
import org.menfang.hub.book.Head;

/// All that is shown in public of one compound, in one language, ready to be put on a page.
///
/// @param compound as it stands in addresses
/// @param subtitle what time it covers
/// @param madeAt when, in the compound's zone
public record Sheet(
        String compound,
        String subtitle,
        String madeAt,
        List<Have> haves,
        List<Part> parts,
        Chain chain) {
    public Sheet {
        haves = List.copyOf(haves);
        parts = List.copyOf(parts);
    }

    /// One of the five haves.
    ///
    /// @param title what a treated compound has to have
    /// @param mood how it stands, for a colour
    /// @param state how it stands, in a word
    /// @param value what was measured
    /// @param measured how it is measured, and how old that is
    public record Have(
            FiveHave what, String title, Mood mood, String state, String value, String measured) {}

    /// How something stands. It is never told by a colour alone.
    public enum Mood {
        GOOD,
        PART,
        BAD,
        UNKNOWN
    }

    /// One table.
    ///
    /// @param id names it in the address
    /// @param explain what the figures mean and where they come from
    /// @param facts sums above the table: a name and a value each
    /// @param rows as wide as the columns; where there are none, `empty` is shown
    public record Part(
            String id,
            String title,
            String explain,
            List<Fact> facts,
            List<String> columns,
            List<List<String>> rows,
            String empty) {
        public Part {
            facts = List.copyOf(facts);
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    public record Fact(String name, String value) {}

    /// The end of the hub's log.
    ///
    /// @param groups the hash in groups of eight, so that people can compare it by eye
    public record Chain(long seq, String at, List<String> groups, String hash) {
        private static final int GROUP_CHARS = 8;

        public Chain {
            groups = List.copyOf(groups);
        }

        static Chain of(Head head, String at) {
            String hash = head.hash().value();
            List<String> groups =
                    java.util.stream.IntStream.range(0, hash.length() / GROUP_CHARS)
                            .mapToObj(i -> hash.substring(i * GROUP_CHARS, (i + 1) * GROUP_CHARS))
                            .toList();
            return new Chain(head.seq(), at, groups, hash);
        }
    }
}
