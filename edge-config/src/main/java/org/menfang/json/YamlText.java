package org.menfang.json;

import java.util.List;
import org.menfang.json.Located.Entry;

/// What became of a YAML text: a tree, or the fault that makes it unreadable as a whole.
public sealed interface YamlText {
    /// @param repeated keys that stand a second time, each with the place of the first one; the
    ///   tree holds the first only
    record Tree(Located root, List<Repeated> repeated) implements YamlText {
        public Tree {
            repeated = List.copyOf(repeated);
        }
    }

    /// @param detail what exactly, in English; may be empty
    record Unreadable(TextPlace place, Problem problem, String detail) implements YamlText {}

    record Repeated(Entry second, TextPlace first) {}

    /// Why a text cannot be read as a whole.
    enum Problem {
        TOO_LONG,
        NOT_UTF_8,
        EMPTY,
        TOO_DEEP,
        TOO_MANY_VALUES,
        TAB_AS_INDENT,
        SYNTAX,
        UNKNOWN_ALIAS,
        KEY_NOT_TEXT,
        TAGGED,
        SEVERAL_DOCUMENTS
    }
}
