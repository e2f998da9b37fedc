package org.menfang.gate.rules;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.cose.Keyring;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.RuleFault;
import org.menfang.rules.file.RuleFaultCode;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.site.Site;
import org.menfang.vocabulary.Sha256;

/// What a rule set has to be before a gate stores it: signed by somebody whose rules are accepted
/// (or brought by a person with access to the machine), free of faults, for this compound, and
/// fitting for this site.
public final class RuleExamination {
    private final Supplier<Keyring> keys;
    private final Function<RuleSet, List<RuleFault>> faultsHere;

    private RuleExamination(Supplier<Keyring> keys, Function<RuleSet, List<RuleFault>> faultsHere) {
        this.keys = keys;
        this.faultsHere = faultsHere;
    }

    /// What came of it.
    public sealed interface Verdict {
        /// @param textDigest what the text of the set hashes to
        record Good(RuleSet rules, Sha256 textDigest) implements Verdict {}

        /// @param version none where it is not known
        /// @param faults at least one
        record Bad(@Nullable Long version, List<RuleFault> faults) implements Verdict {
            public Bad {
                faults = List.copyOf(faults);
            }
        }
    }

    /// At a gate that knows its site.
    ///
    /// @param keys whose signed rules are accepted
    public static RuleExamination at(Site site, Supplier<Keyring> keys) {
        return new RuleExamination(keys, rules -> faultsAt(site, rules));
    }

    /// Before a gate has ever had a site.
    ///
    /// @param keys whose signed rules are accepted
    public static RuleExamination anywhere(Supplier<Keyring> keys) {
        return new RuleExamination(keys, rules -> List.of());
    }

    public Verdict examine(RuleParcel parcel) {
        return switch (parcel.open(keys.get())) {
            case RuleParcel.Opening.Refused(List<RuleFault> faults) ->
                    new Verdict.Bad(null, faults);
            case RuleParcel.Opening.Opened(RuleSet rules, Sha256 textDigest) -> {
                List<RuleFault> faults = faultsHere.apply(rules);
                yield faults.isEmpty()
                        ? new Verdict.Good(rules, textDigest)
                        : new Verdict.Bad(rules.version(), faults);
            }
        };
    }

    private static List<RuleFault> faultsAt(Site site, RuleSet rules) {
        if (rules.compound().equals(site.compound())) {
            return List.of();
        }
        List<String> names = List.of(rules.compound().value(), site.compound().value());
        return List.of(new RuleFault(0, 0, "", RuleFaultCode.OTHER_COMPOUND, names));
    }
}
