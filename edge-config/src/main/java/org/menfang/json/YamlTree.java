package org.menfang.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.json.Located.Entry;
import org.menfang.json.YamlText.Problem;
import org.menfang.json.YamlText.Repeated;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/// Puts the events of a YAML parser together to a tree, within the limits of {@link Yaml}.
final class YamlTree {
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<Anchor, Sized> anchored = new HashMap<>();
    private final List<Repeated> repeated = new ArrayList<>();
    private int values;
    private int documents;
    private @Nullable Located root;

    void add(Event event) {
        TextPlace place = Yaml.placeOf(event.getStartMark());
        if (event instanceof DocumentStartEvent) {
            if (++documents > 1) {
                throw new Refused(place, Problem.SEVERAL_DOCUMENTS, "");
            }
        } else if (event instanceof ScalarEvent scalar) {
            count(place, 1);
            place(scalarOf(scalar, place), scalar.getAnchor(), 1);
        } else if (event instanceof AliasEvent alias) {
            follow(alias, place);
        } else if (event instanceof MappingStartEvent start) {
            begin(new Open(place, start.getAnchor(), true, values), start.getTag());
        } else if (event instanceof SequenceStartEvent start) {
            begin(new Open(place, start.getAnchor(), false, values), start.getTag());
        } else if (event instanceof MappingEndEvent || event instanceof SequenceEndEvent) {
            end();
        }
    }

    YamlText finish() {
        Located whole = root;
        return whole == null || whole instanceof Located.Nothing
                ? new YamlText.Unreadable(TextPlace.START, Problem.EMPTY, "")
                : new YamlText.Tree(whole, repeated);
    }

    private void begin(Open collection, Optional<String> tag) {
        refuseTag(tag, collection.place);
        count(collection.place, 1);
        open.push(collection);
        if (open.size() > Yaml.NESTING_MAX) {
            throw new Refused(
                    collection.place, Problem.TOO_DEEP, Integer.toString(Yaml.NESTING_MAX));
        }
    }

    private void end() {
        Open ended = open.pop();
        place(ended.close(), ended.anchor, values - ended.valuesBefore);
    }

    private void follow(AliasEvent alias, TextPlace place) {
        Sized target = anchored.get(alias.getAlias());
        if (target == null) {
            throw new Refused(place, Problem.UNKNOWN_ALIAS, alias.getAlias().toString());
        }
        count(place, target.values());
        place(target.node(), Optional.empty(), target.values());
    }

    private void count(TextPlace place, int more) {
        values += more;
        if (values > Yaml.VALUES_MAX) {
            throw new Refused(place, Problem.TOO_MANY_VALUES, Integer.toString(Yaml.VALUES_MAX));
        }
    }

    /// Puts a finished value where it belongs.
    private void place(Located node, Optional<Anchor> anchor, int size) {
        anchor.ifPresent(name -> anchored.put(name, new Sized(node, size)));
        Open parent = open.peek();
        if (parent == null) {
            root = node;
        } else {
            parent.take(node, repeated);
        }
    }

    private static Located scalarOf(ScalarEvent scalar, TextPlace place) {
        refuseTag(scalar.getTag(), place);
        String text = scalar.getValue();
        return scalar.isPlain() ? PlainScalar.resolve(text, place) : new Located.Text(place, text);
    }

    private static void refuseTag(Optional<String> tag, TextPlace place) {
        if (tag.isPresent()) {
            throw new Refused(place, Problem.TAGGED, tag.get());
        }
    }

    /// @param values how many values it counts for, itself included
    private record Sized(Located node, int values) {}

    /// A mapping or sequence whose end has not come yet.
    private static final class Open {
        private final TextPlace place;
        private final Optional<Anchor> anchor;
        private final boolean mapping;
        private final int valuesBefore;
        private final List<Located> elements = new ArrayList<>();
        private final Map<String, Entry> entries = new HashMap<>();
        private final List<Entry> ordered = new ArrayList<>();
        private Located.@Nullable Text key;

        private Open(TextPlace place, Optional<Anchor> anchor, boolean mapping, int valuesBefore) {
            this.place = place;
            this.anchor = anchor;
            this.mapping = mapping;
            this.valuesBefore = valuesBefore;
        }

        private void take(Located node, List<Repeated> repeated) {
            if (!mapping) {
                elements.add(node);
            } else if (key == null) {
                key = keyOf(node);
            } else {
                enter(new Entry(key, node), repeated);
                key = null;
            }
        }

        private void enter(Entry entry, List<Repeated> repeated) {
            Entry first = entries.putIfAbsent(entry.key().value(), entry);
            if (first == null) {
                ordered.add(entry);
            } else {
                repeated.add(new Repeated(entry, first.key().place()));
            }
        }

        private static Located.Text keyOf(Located node) {
            return switch (node) {
                case Located.Text text -> text;
                case Located.WholeNumber(TextPlace at, long number) ->
                        new Located.Text(at, Long.toString(number));
                case Located.Truth(TextPlace at, boolean truth) ->
                        new Located.Text(at, Boolean.toString(truth));
                case Located.Mapping _, Located.Sequence _, Located.Fraction _, Located.Nothing _ ->
                        throw new Refused(node.place(), Problem.KEY_NOT_TEXT, "");
            };
        }

        private Located close() {
            return mapping
                    ? new Located.Mapping(place, ordered)
                    : new Located.Sequence(place, elements);
        }
    }

    /// Leaves the parser at the first value that cannot be taken.
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient YamlText.Unreadable why;

        Refused(TextPlace place, Problem problem, String detail) {
            super(problem + " " + detail);
            why = new YamlText.Unreadable(place, problem, detail);
        }

        YamlText.Unreadable why() {
            return why;
        }
    }
}
