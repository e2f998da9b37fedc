package org.menfang.rules;

import java.util.List;

/// What holds for households for a while.
public record HouseholdRules(List<Quota> quotas, List<Quarantine> quarantines) {
    public static final HouseholdRules NONE = new HouseholdRules(List.of(), List.of());

    public HouseholdRules {
        quotas = List.copyOf(quotas);
        quarantines = List.copyOf(quarantines);
    }
}
