package org.menfang.gate.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.AreaRule;
import org.menfang.rules.ClassLimit;
import org.menfang.rules.Credential;
import org.menfang.rules.DoorRule;
import org.menfang.rules.Holder;
import org.menfang.rules.LevelRule;
import org.menfang.rules.LevelRules;
import org.menfang.rules.Quarantine;
import org.menfang.rules.RuleSet;
import org.menfang.rules.SpecialDays;
import org.menfang.rules.WeeklySchedule;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.AreaPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.AreaId;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.CredentialIdentifier;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.HolderId;
import org.menfang.vocabulary.PassId;
import org.menfang.vocabulary.ScheduleId;
import org.menfang.vocabulary.SiteLevel;
import org.menfang.vocabulary.SpecialDaysId;

/// The rule set in force at one gate, ready to be asked. Immutable: a change makes a new table.
///
/// Its hash tables are looked up and never walked, so that their order cannot show.
public final class AccessTable {
    private final @Nullable RuleSet rules;
    private final Map<AccessPointId, AccessPointPlan> points = new HashMap<>();
    private final Map<AreaId, AreaPlan> areas = new HashMap<>();
    private final Map<ScheduleId, Timetable> timetables = new HashMap<>();
    private final Index<HolderId, Holder> holders;
    private final Index<CredentialIdentifier, Credential> credentials;
    private final Rights rights;
    private final Recognition recognition;
    private final Restrictions restrictions;
    private final Depths depths;
    private final PlaceIndex places;
    private final Map<DoorId, DoorRule> doorRules = new HashMap<>();
    private final Map<AccessPointId, AccessPointRule> accessPointRules = new HashMap<>();
    private final Map<AreaId, AreaRule> areaRules = new HashMap<>();
    private final Map<SiteLevel, LevelRule> levelRules = new HashMap<>();

    private AccessTable(Site site, @Nullable RuleSet rules) {
        this.rules = rules;
        recognition = new Recognition(rules);
        restrictions = new Restrictions(rules);
        depths = new Depths(site.areas(), site.accessPoints());
        places = new PlaceIndex(rules);
        addAll(points, site.accessPoints(), AccessPointPlan::id);
        addAll(areas, site.areas(), AreaPlan::id);
        holders = new Index<>(rules == null ? List.of() : rules.holders(), Holder::id);
        credentials =
                new Index<>(
                        rules == null ? List.of() : rules.credentials(), Credential::identifier);
        if (rules == null) {
            rights = new Rights(List.of(), timetables);
            return;
        }
        Map<SpecialDaysId, SpecialDays> days = new HashMap<>();
        addAll(days, rules.specialDays(), SpecialDays::id);
        for (WeeklySchedule schedule : rules.schedules()) {
            putNew(timetables, schedule.id(), new Timetable(schedule, days));
        }
        rights = new Rights(rules.profiles(), timetables);
        for (Holder holder : rules.holders()) {
            rights.prepare(holder);
        }
        for (Credential credential : rules.credentials()) {
            if (holders.find(credential.holder()) == null) {
                throw new IllegalArgumentException("there is no " + credential.holder());
            }
        }
        addAll(doorRules, rules.places().doors(), DoorRule::door);
        addAll(accessPointRules, rules.places().accessPoints(), AccessPointRule::accessPoint);
        addAll(areaRules, rules.places().areas(), AreaRule::area);
        addAll(levelRules, rules.levels().levels(), LevelRule::level);
        for (ScheduleId schedule : NamedSchedules.of(rules)) {
            named(timetables, schedule);
        }
    }

    /// The table of a gate that has no rules yet: it denies everybody.
    public static AccessTable empty(Site site) {
        return new AccessTable(site, null);
    }

    /// @throws IllegalArgumentException if the set names something that it does not contain, or
    ///   contains something twice
    public static AccessTable of(Site site, RuleSet rules) {
        return new AccessTable(site, rules);
    }

    /// The version of the rule set; 0 for none.
    public long version() {
        return rules == null ? 0 : rules.version();
    }

    /// The rule set that it was made of; none for a gate without rules.
    public @Nullable RuleSet rules() {
        return rules;
    }

    /// How many credentials it knows.
    public int credentials() {
        return credentials.size();
    }

    /// What tells genuine proofs from others.
    public Recognition recognition() {
        return recognition;
    }

    public @Nullable Credential credential(CredentialIdentifier identifier) {
        return credentials.find(identifier);
    }

    public @Nullable Holder holder(HolderId id) {
        return holders.find(id);
    }

    /// What the set says about quotas, interlocks and ways.
    public PlaceIndex places() {
        return places;
    }

    public boolean isOutside(AreaId area) {
        AreaPlan plan = areas.get(area);
        return plan != null && plan.outside();
    }

    /// Whether the site has such an access point.
    public boolean knows(AccessPointId accessPoint) {
        return points.containsKey(accessPoint);
    }

    /// How many doors lie between an area and the outside: 0 outside.
    int depth(AreaId area) {
        return depths.of(area);
    }

    /// The quarantines of a holder and of the holder's household, whenever they are in force.
    List<Quarantine> quarantines(Holder holder) {
        return restrictions.quarantines(holder);
    }

    /// Whether a pass was taken back.
    public boolean isRevoked(PassId pass) {
        return restrictions.isRevoked(pass);
    }

    /// The times at which a class of credentials opens an access point; empty where it has no
    /// limit.
    List<ClassLimit> classLimits(CredentialClass type, AccessPointId accessPoint) {
        return restrictions.classLimits(type, accessPoint);
    }

    /// What an access point asks for; none where it asks for nothing but a right.
    public @Nullable AccessPointRule accessPointRule(AccessPointId id) {
        return accessPointRules.get(id);
    }

    /// Whether two persons are needed at an access point now. While the clock is not trusted, a
    /// place that ever needs two persons needs them.
    public boolean needsTwoPersons(AccessPointId id, KnownTime time) {
        AccessPointRule rule = accessPointRules.get(id);
        ScheduleId schedule = rule == null ? null : rule.twoPersons();
        return schedule != null && (!time.trusted() || timetable(schedule).holdsAt(time.local()));
    }

    public @Nullable AreaRule areaRule(AreaId id) {
        return areaRules.get(id);
    }

    public @Nullable DoorRule doorRule(DoorId id) {
        return doorRules.get(id);
    }

    public @Nullable LevelRule levelRule(SiteLevel level) {
        return levelRules.get(level);
    }

    /// The levels that the set knows, and what goes with them.
    public LevelRules levels() {
        return rules == null ? LevelRules.NONE : rules.levels();
    }

    /// @throws IllegalArgumentException if the set has no such schedule
    public Timetable timetable(ScheduleId id) {
        return named(timetables, id);
    }

    /// When the profiles of a holder permit an access point; empty where they never do.
    List<Timetable> timetables(Holder holder, AccessPointId accessPoint) {
        return rights.of(holder).at(accessPoint);
    }

    /// What is known about who asks and where.
    ///
    /// @throws IllegalArgumentException if the site has no such access point
    Case caseOf(Inquiry inquiry) {
        CredentialIdentifier identifier = inquiry.credential();
        Credential credential = identifier == null ? null : credentials.find(identifier);
        HolderId id = credential == null ? inquiry.assisted() : credential.holder();
        return new Case(
                this,
                inquiry,
                named(points, inquiry.accessPoint()),
                inquiry.time(),
                credential,
                id == null ? null : holders.find(id));
    }

    @Override
    public String toString() {
        return "AccessTable[version=" + version() + ", credentials=" + credentials.size() + "]";
    }

    private static <K, V> void addAll(Map<K, V> table, List<V> values, Function<V, K> key) {
        for (V value : values) {
            putNew(table, key.apply(value), value);
        }
    }

    private static <K, V> void putNew(Map<K, V> table, K key, V value) {
        if (table.put(key, value) != null) {
            throw new IllegalArgumentException("the rule set has two of " + key);
        }
    }

    private static <K, V> V named(Map<K, V> table, K key) {
        V found = table.get(key);
        if (found == null) {
            throw new IllegalArgumentException("there is no " + key);
        }
        return found;
    }
}
