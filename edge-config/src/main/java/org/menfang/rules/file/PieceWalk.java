package org.menfang.rules.file;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.menfang.rules.AccessProfile;
import org.menfang.rules.Holder;
import org.menfang.rules.LevelRule;
import org.menfang.rules.PinPassRule;
import org.menfang.rules.Quota;
import org.menfang.rules.RuleLimits;
import org.menfang.rules.WeeklySchedule;

/// Goes through all components of rules, so that no rule can name something unnoticed: every name
/// has to be known, no list names anything twice, and none is longer than it may be.
final class PieceWalk {
    private static final Map<String, Integer> LIMITS =
            Map.of(
                    key(WeeklySchedule.class, "periods"), RuleLimits.PERIODS_A_SCHEDULE_MAX,
                    key(AccessProfile.class, "policies"), RuleLimits.POLICIES_A_PROFILE_MAX,
                    key(Holder.class, "profiles"), RuleLimits.PROFILES_A_HOLDER_MAX,
                    key(Quota.class, "households"), RuleLimits.HOUSEHOLDS_A_QUOTA_MAX);

    /// Lists without which a rule would never hold.
    private static final Set<String> DEMANDED =
            Set.of(
                    key(WeeklySchedule.Period.class, "days"),
                    key(Quota.class, "accessPoints"),
                    key(LevelRule.class, "from"),
                    key(PinPassRule.class, "accessPoints"));

    private final KnownNames names;
    private final FaultList faults;
    private final Map<Class<?>, List<Step>> steps = new HashMap<>();

    /// @param names none where the set is not whole, so that a name may be in what is missing
    PieceWalk(@Nullable KnownNames names, FaultList faults) {
        this.names = names == null ? KnownNames.NONE : names;
        this.faults = faults;
    }

    void check(Iterable<? extends Piece<? extends Record>> pieces) {
        for (Piece<? extends Record> piece : pieces) {
            check(piece, "", piece.value());
        }
    }

    private void check(Piece<?> piece, String within, Record value) {
        for (Step step : steps.computeIfAbsent(value.getClass(), PieceWalk::steps)) {
            switch (step.valueOf(value)) {
                case null -> {}
                case List<?> list -> checkList(piece, within + "." + step.name, step, list);
                case Record name when step.leadsToName ->
                        names.check(name, piece, within + "." + step.name, faults);
                case Record inner -> check(piece, within + "." + step.name, inner);
                case Object other -> throw new IllegalStateException("no step leads to " + other);
            }
        }
    }

    private void checkList(Piece<?> piece, String within, Step step, List<?> list) {
        if (list.size() > step.elementsMax) {
            faults.addWithin(
                    piece, within, RuleFaultCode.TOO_MANY, Integer.toString(step.elementsMax));
            return;
        }
        if (list.isEmpty() && step.isDemanded) {
            faults.addWithin(piece, within, RuleFaultCode.NOTHING_NAMED);
        }
        Set<Object> before = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            Object element = list.get(i);
            String here = within + "[" + i + "]";
            if (!before.add(element)) {
                faults.addWithin(piece, here, RuleFaultCode.REPEATED_NAME);
            }
            if (step.leadsToName) {
                names.check(element, piece, here, faults);
            } else if (element instanceof Record inner) {
                check(piece, here, inner);
            }
        }
    }

    private static List<Step> steps(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !isGiven(type, component.getName()))
                .map(component -> step(type, component))
                .filter(step -> step.leadsToName || step.isList || step.leadsToRule)
                .toList();
    }

    /// Whether a component gives a name instead of using one.
    private static boolean isGiven(Class<?> type, String component) {
        return component.equals("id") || (type == Holder.class && component.equals("household"));
    }

    private static Step step(Class<?> record, RecordComponent component) {
        boolean list = component.getType() == List.class;
        Class<?> plain =
                component.getGenericType() instanceof ParameterizedType of && list
                        ? (Class<?>) of.getActualTypeArguments()[0]
                        : component.getType();
        String key = key(record, component.getName());
        return new Step(
                component.getName(),
                component.getAccessor(),
                list,
                KnownNames.isName(plain),
                plain.isRecord() && plain.getPackage() == WeeklySchedule.class.getPackage(),
                LIMITS.getOrDefault(key, RuleLimits.ELEMENTS_A_LIST_MAX),
                DEMANDED.contains(key));
    }

    private static String key(Class<?> record, String component) {
        return record.getName() + "." + component;
    }

    /// A component that may name something.
    private record Step(
            String name,
            Method accessor,
            boolean isList,
            boolean leadsToName,
            boolean leadsToRule,
            int elementsMax,
            boolean isDemanded) {
        @Nullable Object valueOf(Record value) {
            try {
                return accessor.invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record hides " + name, e);
            }
        }
    }
}
