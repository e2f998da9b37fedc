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
import org.menfang.vocabulary.Sha256;

/// Who put the last rules file of each compound in force. What changes of people and cards only is
/// not a new rule.
public final class Rulebook implements Chapter {
    /// A rules file that was put in force.
    public record InForce(long version, Instant at, OperatorName executed, OperatorName checked) {}

    private final Map<CompoundId, InForce> last = new HashMap<>();
    private final Map<CompoundId, Sha256> before = new HashMap<>();

    @Override
    public List<EntryType<?>> types() {
        return List.of(
                new EntryType<>("rulebook.put-in-force", RulebookEntry.PutInForce.class),
                new EntryType<>("rulebook.curfew-began", RulebookEntry.CurfewBegan.class),
                new EntryType<>("rulebook.curfew-ended", RulebookEntry.CurfewEnded.class),
                new EntryType<>("rulebook.taken-back", RulebookEntry.TakenBack.class));
    }

    @Override
    public void take(Entry entry) {
        if (entry.body() instanceof RulebookEntry body) {
            switch (body) {
                case RulebookEntry.PutInForce it ->
                        last.put(
                                it.compound(),
                                new InForce(it.version(), entry.at(), it.executed(), it.checked()));
                case RulebookEntry.CurfewBegan it -> before.put(it.compound(), it.before());
                case RulebookEntry.CurfewEnded it -> before.remove(it.compound());
                case RulebookEntry.TakenBack it -> {
                    if (it.rule().equals(Curfew.RULE)) {
                        before.remove(it.compound());
                    }
                }
            }
        }
    }

    /// Under which the times from before a curfew are kept; empty where there is none.
    Optional<Sha256> beforeCurfew(CompoundId compound) {
        return Optional.ofNullable(before.get(compound));
    }

    /// The last one of a compound; empty where all came from the command line.
    public Optional<InForce> last(CompoundId compound) {
        return Optional.ofNullable(last.get(compound));
    }
}
