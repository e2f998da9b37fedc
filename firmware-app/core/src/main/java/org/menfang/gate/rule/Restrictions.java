package org.menfang.gate.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.ClassLimit;
import org.menfang.rules.Holder;
import org.menfang.rules.Quarantine;
import org.menfang.rules.RevokedPass;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.HouseholdId;
import org.menfang.vocabulary.PassId;

/// What a rule set takes away from the rights that it gives, found by whom and what it concerns:
/// quarantines, passes that were taken back, limits of classes of credentials.
final class Restrictions {
    private final TreeMap<HolderId, List<Quarantine>> holders = new TreeMap<>();
    private final TreeMap<HouseholdId, List<Quarantine>> households = new TreeMap<>();
    private final TreeSet<PassId> revoked = new TreeSet<>();
    private final Map<CredentialClass, TreeMap<AccessPointId, List<ClassLimit>>> limits =
            new EnumMap<>(CredentialClass.class);

    /// @param rules none for a gate without rules
    Restrictions(@Nullable RuleSet rules) {
        if (rules == null) {
            return;
        }
        rules.households().quarantines().forEach(this::add);
        rules.passes().revoked().stream().map(RevokedPass::pass).forEach(revoked::add);
        for (ClassLimit limit : rules.recognition().classLimits()) {
            limits.computeIfAbsent(limit.type(), _ -> new TreeMap<>())
                    .computeIfAbsent(limit.accessPoint(), _ -> new ArrayList<>(1))
                    .add(limit);
        }
    }

    /// The quarantines of a holder and of the holder's household, whenever they are in force.
    List<Quarantine> quarantines(Holder holder) {
        List<Quarantine> own = holders.getOrDefault(holder.id(), List.of());
        HouseholdId household = holder.household();
        List<Quarantine> shared =
                household == null ? List.of() : households.getOrDefault(household, List.of());
        if (own.isEmpty() || shared.isEmpty()) {
            return own.isEmpty() ? shared : own;
        }
        List<Quarantine> both = new ArrayList<>(own);
        both.addAll(shared);
        return both;
    }

    boolean isRevoked(PassId pass) {
        return revoked.contains(pass);
    }

    /// The times at which a class opens an access point; empty where it has no limit.
    List<ClassLimit> classLimits(CredentialClass type, AccessPointId accessPoint) {
        TreeMap<AccessPointId, List<ClassLimit>> ofClass = limits.get(type);
        return ofClass == null ? List.of() : ofClass.getOrDefault(accessPoint, List.of());
    }

    private void add(Quarantine quarantine) {
        HolderId holder = quarantine.holder();
        HouseholdId household = quarantine.household();
        if (holder != null) {
            holders.computeIfAbsent(holder, _ -> new ArrayList<>(1)).add(quarantine);
        } else if (household != null) {
            households.computeIfAbsent(household, _ -> new ArrayList<>(1)).add(quarantine);
        }
    }
}
