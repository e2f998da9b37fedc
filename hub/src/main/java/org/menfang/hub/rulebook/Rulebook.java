package org.menfang.hub.rulebook;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.menfang.hub.book.Chapter;
import org.menfang.hub.book.Entry;
import org.menfang.hub.book.EntryType;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;

/// Who put the last rules file of each compound in force. What changes of people and cards only is
/// not a new rule.
public final class Rulebook implements Chapter {
    /// A rules file that was put in force.
    public record InForce(long version, Instant at, OperatorName executed, OperatorName checked) {}

    private final Map<CompoundId, InForce> last = new HashMap<>();

    @Override
    public List<EntryType<?>> types() {
        return List.of(new EntryType<>("rulebook.put-in-force", RulebookEntry.PutInForce.class));
    }

    @Override
    public void take(Entry entry) {
        if (entry.body() instanceof RulebookEntry.PutInForce it) {
            last.put(
                    it.compound(),
                    new InForce(it.version(), entry.at(), it.executed(), it.checked()));
        }
    }

    /// The last one of a compound; empty where all came from the command line.
    public Optional<InForce> last(CompoundId compound) {
        return Optional.ofNullable(last.get(compound));
    }
}
