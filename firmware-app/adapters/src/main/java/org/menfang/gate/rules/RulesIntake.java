package org.menfang.gate.rules;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.cose.Keyring;
import org.menfang.gate.Input;
import org.menfang.gate.port.Inbox;
import org.menfang.gate.rule.AccessTable;
import org.menfang.rules.RuleSet;
import org.menfang.rules.file.RuleFault;
import org.menfang.rules.signed.RuleParcel;
import org.menfang.site.Site;
import org.menfang.vocabulary.Sha256;

/// What a gate does with a signed rule set: examines and stores it, and hands the controller what
/// decides from then on. A set that is refused is told once. One thread uses it.
public final class RulesIntake {
    private static final System.Logger LOG = System.getLogger(RulesIntake.class.getName());

    private final Parts parts;
    private @Nullable InForce inForce;
    private @Nullable Sha256 settled;

    /// What it is made of.
    ///
    /// @param keys whose rules are accepted
    /// @param site that the rules have to fit
    /// @param tableOf makes of a set what decides
    public record Parts(
            Supplier<Keyring> keys,
            Site site,
            RuleShelf shelf,
            Function<RuleSet, AccessTable> tableOf,
            Inbox inbox) {}

    /// The set that decides.
    ///
    /// @param digest what the bytes hash to that came
    /// @param textDigest what the text in them hashes to
    public record InForce(long version, Sha256 digest, Sha256 textDigest) {}

    /// @param inForce what decides now; none if nothing does
    public RulesIntake(Parts parts, @Nullable InForce inForce) {
        this.parts = parts;
        this.inForce = inForce;
        settled = inForce == null ? null : inForce.digest();
    }

    /// Takes what came. A set that breaks an invariant, or for which there is no memory, is refused
    /// like any other: the next one must find somebody who takes it.
    ///
    /// @return whether nothing is left to be done about the set; otherwise it is tried again later
    public boolean take(byte[] envelope) {
        RuleParcel parcel = RuleParcel.signed(envelope);
        try {
            return handle(parcel);
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "a rule set broke the gate's reading of it", e);
            refuse(null, "it cannot be taken: " + e);
            settled = parcel.digest();
            return true;
        }
    }

    /// @return whether nothing is left to be done about the set
    private boolean handle(RuleParcel parcel) {
        if (parcel.digest().equals(settled)) {
            // The broker keeps the last set, and hands it out at each connection.
            return true;
        }
        boolean done =
                switch (parcel.open(parts.keys().get(), parts.site())) {
                    case RuleParcel.Opening.Refused(List<RuleFault> faults) -> {
                        refuse(null, told(faults));
                        yield true;
                    }
                    case RuleParcel.Opening.Opened(RuleSet rules, Sha256 textDigest) ->
                            isInForce(rules, textDigest) || store(parcel, rules, textDigest);
                };
        if (done) {
            settled = parcel.digest();
        }
        return done;
    }

    private boolean isInForce(RuleSet rules, Sha256 textDigest) {
        return inForce != null
                && inForce.version() == rules.version()
                && inForce.textDigest().equals(textDigest);
    }

    private boolean store(RuleParcel parcel, RuleSet rules, Sha256 textDigest) {
        // First, since a set that makes no table must not be found at the next start.
        AccessTable table = parts.tableOf().apply(rules);
        return switch (parts.shelf().putInForce(parcel, rules.version(), textDigest)) {
            case RulesChange.Replaced() -> {
                inForce = new InForce(rules.version(), parcel.digest(), textDigest);
                parts.inbox().offer(new Input.AccessTableReplaced(table));
                yield true;
            }
            case RulesChange.Refused(String why) -> {
                refuse(rules.version(), why);
                yield true;
            }
            case RulesChange.Failed(String why) -> {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "rules of version {0} are tried again: {1}",
                        rules.version(),
                        why);
                yield false;
            }
        };
    }

    private void refuse(@Nullable Long version, String why) {
        parts.inbox().offer(new Input.RulesRefused(version, why));
    }

    private static String told(List<RuleFault> faults) {
        RuleFault first = faults.getFirst();
        String place = first.line() == 0 ? "" : first.line() + ":" + first.column() + ": ";
        String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)";
        return place + first.message(Locale.ENGLISH) + more;
    }
}
