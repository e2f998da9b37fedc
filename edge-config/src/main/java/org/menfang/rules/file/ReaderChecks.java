package org.menfang.rules.file;

import java.util.List;
import java.util.Optional;
import org.menfang.rules.AccessPointRule;
import org.menfang.rules.ClassLimit;
import org.menfang.rules.PassIssuer;
import org.menfang.rules.PinPassRule;
import org.menfang.rules.Quota;
import org.menfang.site.AccessPointPlan;
import org.menfang.site.ReaderPlan;
import org.menfang.site.Site;
import org.menfang.vocabulary.AccessPointId;
import org.menfang.vocabulary.SecurityLevel;

/// Checks that rules ask for nothing that the readers of a site cannot do. An access point that the
/// site does not have is another gate's.
final class ReaderChecks {
    private final RuleDraft draft;
    private final Site site;
    private final FaultList faults;

    ReaderChecks(RuleDraft draft, Site site, FaultList faults) {
        this.draft = draft;
        this.site = site;
        this.faults = faults;
    }

    void check() {
        draft.accessPoints().forEach(this::checkAccessPoint);
        draft.quotas().forEach(this::checkQuota);
        draft.classLimits().forEach(this::checkClassLimit);
        draft.issuers().forEach(this::checkIssuer);
        draft.pinPass().forEach(this::checkPinPass);
    }

    private void checkAccessPoint(Piece<AccessPointRule> piece) {
        AccessPointRule rule = piece.value();
        checkReader(piece, ".accessPoint", rule.accessPoint());
        for (int i = 0; i < rule.security().size(); i++) {
            if (rule.security().get(i).level() == SecurityLevel.CARD_AND_PIN) {
                checkKeypad(piece, ".security[" + i + "].level", rule.accessPoint());
            }
        }
    }

    private void checkQuota(Piece<Quota> piece) {
        List<AccessPointId> points = piece.value().accessPoints();
        for (int i = 0; i < points.size(); i++) {
            checkReader(piece, ".accessPoints[" + i + "]", points.get(i));
        }
    }

    private void checkClassLimit(Piece<ClassLimit> piece) {
        AccessPointId point = piece.value().accessPoint();
        switch (piece.value().type()) {
            case PLAIN_NUMBER, SECTOR_NUMBER -> checkReader(piece, ".accessPoint", point);
            case PIN -> checkKeypad(piece, ".accessPoint", point);
            case PAPER_PASS, ROTATING_PASS, SIGNED_TAG -> checkCodes(piece, ".accessPoint", point);
        }
    }

    /// The PIN form of a pass needs a keypad only.
    private void checkIssuer(Piece<PassIssuer> piece) {
        PinPassRule digits = draft.pinPass().value();
        List<AccessPointId> points = piece.value().mayOpen();
        for (int i = 0; i < points.size(); i++) {
            if (digits == null || !digits.accessPoints().contains(points.get(i))) {
                checkCodes(piece, ".mayOpen[" + i + "]", points.get(i));
            }
        }
    }

    private void checkPinPass(Piece<PinPassRule> piece) {
        List<AccessPointId> points = piece.value().accessPoints();
        for (int i = 0; i < points.size(); i++) {
            checkKeypad(piece, ".accessPoints[" + i + "]", points.get(i));
        }
    }

    private void checkReader(Piece<?> piece, String within, AccessPointId point) {
        Optional<AccessPointPlan> plan = site.accessPoint(point);
        if (plan.isPresent() && plan.get().isRex()) {
            faults.addWithin(piece, within, RuleFaultCode.NO_READER, point.value());
        }
    }

    private void checkKeypad(Piece<?> piece, String within, AccessPointId point) {
        checkReader(piece, within, point);
        reader(point)
                .filter(reader -> !reader.keypad())
                .ifPresent(reader ->
                        faults.addWithin(
                                piece,
                                within,
                                RuleFaultCode.NO_KEYPAD,
                                point.value(),
                                reader.id().value()));
    }

    private void checkCodes(Piece<?> piece, String within, AccessPointId point) {
        checkReader(piece, within, point);
        reader(point)
                .filter(reader -> !reader.codes())
                .ifPresent(reader ->
                        faults.addWithin(
                                piece,
                                within,
                                RuleFaultCode.NO_CODES,
                                point.value(),
                                reader.id().value()));
    }

    private Optional<ReaderPlan> reader(AccessPointId point) {
        return site.accessPoint(point)
                .flatMap(plan ->
                        site.readers().stream()
                                .filter(reader -> reader.id().equals(plan.reader()))
                                .findFirst());
    }
}
