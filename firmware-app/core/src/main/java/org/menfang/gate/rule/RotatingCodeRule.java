package org.menfang.gate.rule;

import org.menfang.vocabulary.CredentialClass;
import org.menfang.vocabulary.DenyReason;
import org.menfang.vocabulary.RuleName;
import org.menfang.wire.Grounds;
import org.menfang.wire.Grounds.PassFacts;

/// The code beside a pass that rotates is of this moment, and nobody has shown it before.
///
/// While the clock is not trusted nobody can tell this moment's code from an old one, so that the
/// pass goes to a person; a code that was shown before is refused even then.
final class RotatingCodeRule implements Rule {
    @Override
    public RuleName name() {
        return RuleName.ROTATING_CODE;
    }

    @Override
    public Finding judge(Case asked) {
        PassFacts pass = asked.grounds().pass();
        if (pass == null || asked.type() != CredentialClass.ROTATING_PASS) {
            return Finding.NOT_CONCERNED;
        }
        Grounds.CodeCheck code = pass.code();
        if (code == Grounds.CodeCheck.REPEATED) {
            return new Finding.Denies(DenyReason.CODE_REPEATED);
        }
        if (!asked.time().trusted()) {
            return new Finding.Denies(DenyReason.TIME_NOT_TRUSTED);
        }
        return Finding.unless(code == Grounds.CodeCheck.FRESH, DenyReason.CODE_STALE);
    }
}
