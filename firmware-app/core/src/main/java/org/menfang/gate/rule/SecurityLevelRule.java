package org.menfang.gate.rule;

import org.jspecify.annotations.Nullable;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.Credential;
import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.PinCheck;
import org.menfang.vocabulary.RuleName;
import org.menfang.vocabulary.SecurityLevel;

/// Enough has been shown: where card and PIN are asked for, a card or a tag and then its PIN. A
/// pass that rotates counts as both; digits alone and a pass on paper do not suffice, and neither
/// does a card without a PIN. A volunteer's word suffices everywhere.
///
/// While the clock is not trusted, nobody knows whether a schedule asks for the PIN. Whoever has
/// one is asked for it; others go on, except where the PIN is asked for at all times.
final class SecurityLevelRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.SECURITY_LEVEL;
    }

    @Override
    public Finding judge(Case asked) {
        CredentialClass type = asked.type();
        AccessPointRule rule = asked.table().accessPointRule(asked.point().id());
        if (rule == null || type == null || !asksForPin(asked, rule)) {
            return Finding.NOT_CONCERNED;
        }
        return switch (type) {
            case PLAIN_NUMBER, SECTOR_NUMBER, SIGNED_TAG -> card(asked, asked.credential(), rule);
            case ROTATING_PASS -> Finding.PASSES;
            case PIN -> oneFactor(asked, rule);
            case PAPER_PASS -> new Finding.Denies(DenyReason.CLASS_TOO_WEAK);
        };
    }

    private static Finding card(Case asked, @Nullable Credential credential, AccessPointRule rule) {
        if (credential == null || credential.pin() == null) {
            return oneFactor(asked, rule);
        }
        PinCheck pin = asked.grounds().pin();
        return switch (pin == null ? PinCheck.NOT_ENTERED : pin) {
            case NOT_ENTERED -> new Finding.Wants(Finding.Step.PIN);
            case WRONG -> new Finding.Denies(DenyReason.PIN_WRONG);
            case RIGHT, DURESS -> Finding.PASSES;
        };
    }

    /// What cannot be followed by a PIN.
    private static Finding oneFactor(Case asked, AccessPointRule rule) {
        boolean mayGoOn = !asked.time().trusted() && !asksAlways(asked, rule);
        return Finding.unless(mayGoOn, DenyReason.CLASS_TOO_WEAK);
    }

    /// Where two levels hold at once, the first decides.
    private static boolean asksForPin(Case asked, AccessPointRule rule) {
        if (!asked.time().trusted()) {
            return rule.security().stream().anyMatch(each -> isPin(each.level()));
        }
        return rule.security().stream()
                .filter(each -> asked.holds(each.schedule()))
                .findFirst()
                .filter(each -> isPin(each.level()))
                .isPresent();
    }

    /// Whether the first level that ever holds asks for the PIN, and holds always.
    private static boolean asksAlways(Case asked, AccessPointRule rule) {
        AccessPointRule.SecurityTime first = rule.security().getFirst();
        return isPin(first.level()) && asked.table().timetable(first.schedule()).holdsAlways();
    }

    private static boolean isPin(SecurityLevel level) {
        return switch (level) {
            case ONE_FACTOR -> false;
            case CARD_AND_PIN -> true;
        };
    }
}
