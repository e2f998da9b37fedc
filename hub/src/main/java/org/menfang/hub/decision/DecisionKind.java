package org.menfang.hub.decision;

/// What a decision is about.
public enum DecisionKind {
    /// How often a household may go out or come in.
    QUOTA,
    CURFEW,
    EXPENSE,
    /// How people live together.
    RULES,
    OTHER;

    /// Whether a rule of this kind may not last without a decision.
    public boolean isNeededInForce() {
        return switch (this) {
            case QUOTA, CURFEW -> true;
            case EXPENSE, RULES, OTHER -> false;
        };
    }
}
