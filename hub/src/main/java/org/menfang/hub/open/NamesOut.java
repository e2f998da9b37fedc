package org.menfang.hub.open;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.menfang.vocabulary.Sha256;

/// Takes the names of people out of what people have typed, before everybody sees it.
///
/// The forms ask for no names; this is for those who write one all the same.
final class NamesOut implements UnaryOperator<String> {
    /// One letter alone is a word more often than a name.
    private static final int NAME_CHARS_MIN = 2;

    private static final String LEFT_OUT = "○○";

    /// Seven digits or more: a phone, an identity card, a bank account.
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d[\\d -]{5,}\\d[Xx]?");

    private final Set<String> names = new HashSet<>();
    private final TreeSet<Integer> lengths = new TreeSet<>();

    private final Set<Sha256> hidden;

    NamesOut(Collection<String> names) {
        this(names, Set.of());
    }

    /// @param hidden what texts hash to that are left out as a whole: the name of somebody stood in
    ///   them whose name the hub has forgotten
    NamesOut(Collection<String> names, Set<Sha256> hidden) {
        this.hidden = Set.copyOf(hidden);
        for (String name : names) {
            String bare = name.strip();
            if (bare.length() >= NAME_CHARS_MIN) {
                this.names.add(bare);
                lengths.add(bare.length());
            }
        }
    }

    @Override
    public String apply(String text) {
        if (!hidden.isEmpty()
                && hidden.contains(Sha256.of(text.getBytes(StandardCharsets.UTF_8)))) {
            return LEFT_OUT;
        }
        StringBuilder kept = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int name = nameAt(text, at);
            if (name > 0) {
                kept.append(LEFT_OUT);
                at += name;
            } else {
                kept.append(text.charAt(at));
                at++;
            }
        }
        return kept.toString();
    }

    /// Takes phone numbers and the like out as well.
    static String withoutNumbers(String text) {
        return LONG_NUMBER.matcher(text).replaceAll(LEFT_OUT);
    }

    /// The length of the longest name that begins at a place; 0 for none.
    private int nameAt(String text, int at) {
        for (int length : lengths.descendingSet()) {
            if (at + length <= text.length() && names.contains(text.substring(at, at + length))) {
                return length;
            }
        }
        return 0;
    }
}
