package org.menfang.hub.board;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.PassId;
import org.menfang.wire.Event;
import org.menfang.wire.EventBody;
import org.menfang.wire.Grounds;

/// What somebody looks for among the events of one compound.
public sealed interface EventSearch {
    CompoundId compound();

    /// Only what the hub heard then or later.
    Instant heardSince();

    /// What the text of such an event holds, one of them at least. Others may hold it too.
    Set<String> parts();

    boolean matches(EventBody body);

    /// Whether it is looked for.
    default boolean matches(Event event) {
        return event.compound().equals(compound()) && matches(event.body());
    }

    /// Who was let in or turned away.
    ///
    /// @param holders at least one
    record OfHolders(CompoundId compound, Instant heardSince, Set<HolderId> holders)
            implements EventSearch {
        public OfHolders {
            holders = Set.copyOf(holders);
            if (holders.isEmpty()) {
                throw new IllegalArgumentException("nobody is looked for");
            }
        }

        @Override
        public Set<String> parts() {
            return holders.stream()
                    .map(holder -> "\"holder\":\"" + holder + "\"")
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public boolean matches(EventBody body) {
            HolderId holder =
                    switch (body) {
                        case EventBody.AccessGranted granted -> granted.holder();
                        case EventBody.AccessDenied denied -> denied.holder();
                        default -> null;
                    };
            return holder != null && holders.contains(holder);
        }
    }

    /// Where passes were shown.
    ///
    /// @param passes at least one
    record OfPasses(CompoundId compound, Instant heardSince, Set<PassId> passes)
            implements EventSearch {
        public OfPasses {
            passes = Set.copyOf(passes);
            if (passes.isEmpty()) {
                throw new IllegalArgumentException("no pass is looked for");
            }
        }

        @Override
        public Set<String> parts() {
            return passes.stream()
                    .map(pass -> "\"pass\":\"" + pass + "\"")
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public boolean matches(EventBody body) {
            return switch (body) {
                case EventBody.AccessGranted granted -> isOf(granted.grounds());
                case EventBody.AccessDenied denied -> isOf(denied.grounds());
                default -> false;
            };
        }

        private boolean isOf(Grounds grounds) {
            Grounds.@Nullable PassFacts facts = grounds.pass();
            return facts != null && facts.pass() != null && passes.contains(facts.pass());
        }
    }

    /// When gates took rules into force.
    record OfRules(CompoundId compound, Instant heardSince) implements EventSearch {
        @Override
        public Set<String> parts() {
            return Set.of("\"org.menfang.rules-applied\"");
        }

        @Override
        public boolean matches(EventBody body) {
            return body instanceof EventBody.RulesApplied;
        }
    }
}
