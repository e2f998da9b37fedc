package org.menfang.hub.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.menfang.rules.HouseholdRules;
import org.menfang.rules.PassRules;
import org.menfang.rules.Quota;
import org.menfang.rules.RuleSet;
import org.menfang.vocabulary.QuotaId;

/// What a rules file would change. People and cards stay as they are: they are kept on their own
/// page, and a file that was written last week does not know who came this week.
///
/// @param newQuotas quotas that are new or say something else
/// @param ended quotas that are there now and would not be
/// @param quarantines how many quarantines there would be
/// @param others whether anything else would change
public record RulesDiff(
        List<Quota> newQuotas, List<QuotaId> ended, int quarantines, boolean others) {
    public RulesDiff {
        newQuotas = List.copyOf(newQuotas);
        ended = List.copyOf(ended);
    }

    /// The rules of a file with the people of the newest set.
    static RuleSet merged(RuleSet newest, RuleSet file) {
        return file.withPeople(newest.holders(), newest.credentials()).asVersion(newest.version());
    }

    /// The same set with other rules for households.
    static RuleSet withHouseholds(RuleSet rules, HouseholdRules households) {
        return new RuleSet(
                rules.compound(),
                rules.version(),
                rules.decided(),
                rules.gates(),
                rules.specialDays(),
                rules.schedules(),
                rules.profiles(),
                rules.holders(),
                rules.credentials(),
                rules.places(),
                households,
                rules.recognition(),
                rules.levels(),
                rules.passes());
    }

    static RulesDiff of(RuleSet newest, RuleSet file) {
        Map<QuotaId, Quota> before = new HashMap<>();
        newest.households().quotas().forEach(quota -> before.put(quota.id(), quota));
        List<Quota> changed = new ArrayList<>();
        for (Quota quota : file.households().quotas()) {
            if (!quota.equals(before.remove(quota.id()))) {
                changed.add(quota);
            }
        }
        List<QuotaId> ended = before.keySet().stream().sorted().toList();
        boolean others =
                !newest.schedules().equals(file.schedules())
                        || !newest.profiles().equals(file.profiles())
                        || !newest.places().equals(file.places())
                        || !newest.levels().equals(file.levels())
                        || !newest.recognition().equals(file.recognition())
                        || !newest.gates().equals(file.gates())
                        || !newest.specialDays().equals(file.specialDays())
                        || passesDiffer(newest.passes(), file.passes());
        return new RulesDiff(changed, ended, file.households().quarantines().size(), others);
    }

    /// Passes that were taken back are kept apart from the file.
    private static boolean passesDiffer(PassRules now, PassRules then) {
        return !now.issuers().equals(then.issuers())
                || !Objects.equals(now.rotationKey(), then.rotationKey())
                || !Objects.equals(now.pinPass(), then.pinPass());
    }

    /// Whether the file says what is in force already.
    public boolean isNothing(int quarantinesNow) {
        return newQuotas.isEmpty() && ended.isEmpty() && !others && quarantines == quarantinesNow;
    }

    /// In words, for the log and the second person.
    ///
    /// @param lost what it takes from those who live there
    String words(List<LostTime> lost) {
        List<String> parts = new ArrayList<>();
        lost.forEach(each -> parts.add("限时 " + each.words()));
        newQuotas.forEach(quota -> parts.add("限次 " + text(quota)));
        ended.forEach(quota -> parts.add("取消限次 " + quota));
        if (others) {
            parts.add("时间表和通行方案有变化 / schedules or profiles change");
        }
        String words = parts.isEmpty() ? "规则更新 / rules" : String.join("; ", parts);
        return words.length() <= 300 ? words : words.substring(0, 300);
    }

    /// A quota as people read it.
    public static String text(Quota quota) {
        return "%s: 每户 %d 小时内 %d 次 / %d in %d h a household"
                .formatted(
                        quota.id(),
                        quota.periodHours(),
                        quota.usesMax(),
                        quota.usesMax(),
                        quota.periodHours());
    }
}
