package org.menfang.gate.rule;

import java.util.ArrayList;
import java.util.List;
import org.menfang.vocabulary.RuleName;

/// Asks the rules, in the order of {@link RuleName}. The first that denies decides; what a rule
/// wants done at the reader is asked for only when no other denies.
public final class Judge {
    /// All rules, in order.
    static final List<Rule> RULES =
            List.of(
                    new ReadableRule(),
                    new KnownRule(),
                    new TagGenuineRule(),
                    new PassGenuineRule(),
                    new PassNotRevokedRule(),
                    new RotatingCodeRule(),
                    new NotLockedOutRule(),
                    new InUseRule(),
                    new ValidityRule(),
                    new QuarantineRule(),
                    new PermissionRule(),
                    new ScheduleRule(),
                    new CredentialClassRule(),
                    new DoorModeRule(),
                    new SiteLevelRule(),
                    new PassUsesRule(),
                    new QuotaRule(),
                    new PassbackRule(),
                    new OccupancyRule(),
                    new InterlockRule(),
                    new SecurityLevelRule(),
                    new TwoPersonRule(),
                    new EscortRule());

    private Judge() {}

    public static Decision decide(AccessTable table, Inquiry inquiry) {
        Case asked = table.caseOf(inquiry);
        Decision.Wanted wanted = null;
        for (Rule rule : RULES) {
            switch (rule.judge(asked)) {
                case Finding.Denies(var reason) -> {
                    return new Decision.Denied(asked, reason, rule.name());
                }
                case Finding.Wants(var step) -> {
                    if (wanted == null) {
                        wanted = new Decision.Wanted(asked, step, rule.name());
                    }
                }
                case Finding.Passes _, Finding.NotConcerned _ -> {}
            }
        }
        return wanted == null ? new Decision.Granted(asked) : wanted;
    }

    /// What every rule says, in order, though one before it may have decided already.
    public static List<RuleFinding> explain(AccessTable table, Inquiry inquiry) {
        Case asked = table.caseOf(inquiry);
        List<RuleFinding> findings = new ArrayList<>(RULES.size());
        for (Rule rule : RULES) {
            findings.add(new RuleFinding(rule.name(), rule.judge(asked)));
        }
        return List.copyOf(findings);
    }

    /// What one rule says.
    public record RuleFinding(RuleName rule, Finding finding) {}
}
