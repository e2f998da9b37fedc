package org.menfang.hub.roster;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.menfang.vocabulary.OperatorName;

/// Who works in one shift.
///
/// @param leader who answers for it; none where nobody was chosen
public record Crew(List<OperatorName> volunteers, @Nullable OperatorName leader) {
    public static final int PERSONS_MAX = 20;
    public static final Crew NOBODY = new Crew(List.of(), null);

    public Crew {
        List<OperatorName> others = new ArrayList<>(new LinkedHashSet<>(volunteers));
        others.remove(leader);
        volunteers = List.copyOf(others);
    }

    /// In the order in which they are told: the volunteers, then the leader.
    public List<OperatorName> everybody() {
        List<OperatorName> all = new ArrayList<>(volunteers);
        if (leader != null) {
            all.add(leader);
        }
        return List.copyOf(all);
    }

    public boolean has(OperatorName who) {
        return volunteers.contains(who) || who.equals(leader);
    }

    /// The same crew with another person in the place of one.
    Crew with(OperatorName other, OperatorName inPlaceOf) {
        return new Crew(
                volunteers.stream().map(who -> who.equals(inPlaceOf) ? other : who).toList(),
                inPlaceOf.equals(leader) ? other : leader);
    }
}
