package org.menfang.rules.file;

import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.menfang.json.LargeObject;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.Credential;
import org.menfang.site.Site;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.CredentialClass;

/// Gathers one rule set from its text, and all its faults.
final class RuleSetText {
    /// Rules that bind people for a while: each ends, and somebody decided it.
    private static final Pattern BINDING =
            Pattern.compile("households\\.[a-z]+\\[\\d+]\\.(until|decided)");

    private final RuleDraft draft = RuleDraft.empty();
    private final FaultList faults = new FaultList();

    /// @param site the gate that the set is for; none where it is not known
    RuleSetCheck read(InputStream utf8, @Nullable Site site) {
        List<LargeObject.Problem> problems =
                new LargeObject(
                                RuleSetFiles.BYTES_MAX,
                                RuleSetFiles.FAULTS_MAX + 1,
                                RuleFields.into(draft))
                        .usually(
                                AccessPointRule.class,
                                "secondPersonSeconds",
                                AccessPointRule.SECOND_PERSON_SECONDS_USUAL)
                        .usually(
                                AccessPointRule.class,
                                "escortSeconds",
                                AccessPointRule.ESCORT_SECONDS_USUAL)
                        .usually(Credential.class, "type", CredentialClass.PLAIN_NUMBER)
                        .read(utf8);
        problems.forEach(this::addProblem);
        check(problems.isEmpty(), site);
        CompoundId compound = draft.compound().value();
        Long version = draft.version().value();
        return faults.isEmpty() && compound != null && version != null
                ? new RuleSetCheck.Good(draft.finished(compound, version))
                : new RuleSetCheck.Bad(faults.told());
    }

    /// @param whole whether every piece was read; only then is what is named, and not there, a
    ///   fault of its own
    private void check(boolean whole, @Nullable Site site) {
        SetChecks.check(draft, faults);
        PieceWalk walk = new PieceWalk(whole ? KnownNames.of(draft, site) : null, faults);
        draft.rules().forEach(walk::check);
        walk.check(draft.holders());
        walk.check(draft.credentials());
        if (whole && site != null) {
            SiteChecks.check(draft, site, faults);
        }
    }

    private void addProblem(LargeObject.Problem problem) {
        faults.add(problem.place(), problem.path(), codeOf(problem), problem.detail());
    }

    private static RuleFaultCode codeOf(LargeObject.Problem problem) {
        return switch (problem.kind()) {
            case SYNTAX -> RuleFaultCode.SYNTAX;
            case NOT_AN_OBJECT -> RuleFaultCode.NOT_AN_OBJECT;
            case NOT_A_LIST -> RuleFaultCode.NOT_A_LIST;
            case UNKNOWN_FIELD -> RuleFaultCode.UNKNOWN_FIELD;
            case MISSING_FIELD -> missing(problem.path());
            case MALFORMED -> RuleFaultCode.MALFORMED;
            case TOO_MANY -> RuleFaultCode.TOO_MANY;
        };
    }

    private static RuleFaultCode missing(String path) {
        if (!BINDING.matcher(path).matches()) {
            return RuleFaultCode.MISSING_FIELD;
        }
        return path.endsWith("until") ? RuleFaultCode.MISSING_END : RuleFaultCode.MISSING_DECISION;
    }
}
