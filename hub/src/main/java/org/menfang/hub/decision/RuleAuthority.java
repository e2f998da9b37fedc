package org.menfang.hub.decision;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Outcome;
import org.menfang.vocabulary.OperatorName;

/// Where it is written down on whose word a rule is in force. Whoever brings rules to the gates
/// asks here first, and brings nothing that is refused. Any thread may call it.
public interface RuleAuthority {
    /// How long a quota or a curfew may last without a decision of the council, its breaks
    /// included.
    Duration WITHOUT_DECISION_MAX = Duration.ofDays(3);

    /// A rule that is to come into force, or changes.
    ///
    /// @param rule its name: 1 to 32 lower-case letters, digits and hyphens
    /// @param text what it says, in the words of people; shown in public, so no names
    /// @param decision the number of the council's decision; none where there is none (yet)
    record NewRule(String rule, DecisionKind kind, String text, @Nullable Integer decision) {
        public static final int TEXT_CHARS_MAX = 200;
    }

    /// Puts a rule in force.
    ///
    /// @param executed who wants it
    /// @param checked who confirmed it, of another body
    Outcome putInForce(NewRule rule, OperatorName executed, OperatorName checked);

    /// The council has decided afterwards on a rule that is in force already.
    Outcome support(OperatorName by, String rule, int decision);

    /// A rule is not in force any more.
    Outcome end(OperatorName by, String rule, String reason);

    /// All rules that are in force, by name. One that is overdue has to be taken from the gates.
    List<RuleInForce> inForce();
}
