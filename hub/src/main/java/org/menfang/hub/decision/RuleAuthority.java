package org.menfang.hub.decision;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Outcome;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.OperatorName;

/// Where it is written down on whose word a rule is in force. Whoever brings rules to the gates
/// asks here first, and brings nothing that is refused. Any thread may call it.
public interface RuleAuthority {
    /// How long a quota or a curfew may last without a decision of the council, its breaks
    /// included.
    Duration WITHOUT_DECISION_MAX = Duration.ofDays(3);

    /// A rule that is to come into force, or changes.
    ///
    /// @param compound where it is to be in force
    /// @param rule its name: 1 to 32 lower-case letters, digits and hyphens
    /// @param text what it says, in the words of people; shown in public, so no names
    /// @param decision the number of the council's decision; none where there is none (yet)
    record NewRule(
            CompoundId compound,
            String rule,
            DecisionKind kind,
            String text,
            @Nullable Integer decision) {
        public static final int TEXT_CHARS_MAX = 200;
    }

    /// Whether a rule could be put in force now. Nothing is changed.
    ///
    /// @return done, or why not and what to do
    Outcome mayPutInForce(NewRule rule, OperatorName executed);

    /// Puts a rule in force.
    ///
    /// @param executed who wants it
    /// @param checked who confirmed it, of another body
    Outcome putInForce(NewRule rule, OperatorName executed, OperatorName checked);

    /// The council has decided afterwards on a rule that is in force already, or decided on it anew
    /// before its term is over.
    Outcome support(OperatorName by, CompoundId compound, String rule, int decision);

    /// A rule is not in force any more.
    Outcome end(OperatorName by, CompoundId compound, String rule, String reason);

    /// All rules that are in force, by compound and name.
    List<RuleInForce> inForce();

    /// Who takes rules of these kinds from the gates when their time is over. Until somebody is
    /// named, it is only told.
    void withdrawBy(RuleWithdrawal withdrawal);
}
