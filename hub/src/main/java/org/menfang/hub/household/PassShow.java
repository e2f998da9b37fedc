package org.menfang.hub.household;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.menfang.hub.board.EventFinder;
import org.menfang.hub.board.EventSearch;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.hub.page.Language;
import org.menfang.hub.page.Times;
import org.menfang.hub.page.Visit;
import org.menfang.hub.pass.IssuedPass;
import org.menfang.hub.pass.PassSheet;
import org.menfang.hub.pass.PassSlip;
import org.menfang.hub.people.Telling;
import org.menfang.hub.qr.QrPicture;
import org.menfang.pass.Pass;
import org.menfang.pass.PassClass;
import org.menfang.pass.PassPin;
import org.menfang.pass.RotatingCode;
import org.menfang.rules.PinPassRule;
import org.menfang.rules.SecretKey;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.PassId;
import org.menfang.wire.EventBody;

/// Shows passes: to the visitor, on paper, and in lists.
final class PassShow {
    private static final int FOUND_MAX = 500;

    private final HouseholdDesk desk;
    private final EventFinder finder;

    PassShow(HouseholdDesk desk, EventFinder finder) {
        this.desk = desk;
        this.finder = finder;
    }

    /// The pass as a page shows it; empty if it is no longer kept.
    Optional<PassView> view(VisitorPass pass, Visit visit) {
        return desk.issued(pass.pass())
                .flatMap(issued ->
                        code(issued)
                                .or(() -> codeOfNow(issued, visit.now()))
                                .map(code -> view(pass, issued, code, visit)));
    }

    /// The code of the moment, for a pass on a phone.
    private Optional<QrPicture> codeOfNow(IssuedPass issued, Instant now) {
        SecretKey key =
                desk.newest(issued.pass().compound())
                        .map(set -> set.passes().rotationKey())
                        .orElse(null);
        return key == null
                ? Optional.empty()
                : issued.form(PassClass.ROTATING)
                        .flatMap(form -> QrPicture.of(form.text(key, now)));
    }

    /// A gate takes the code of the step before as well, so that it is good for one step longer.
    private static String goodUntil(Visit visit) {
        long end = RotatingCode.step(visit.now()) + 1 + RotatingCode.STEPS_AWAY_MAX;
        return Times.second(Instant.ofEpochSecond(end * RotatingCode.STEP_SECONDS), visit.zone());
    }

    private PassView view(VisitorPass pass, IssuedPass issued, QrPicture code, Visit visit) {
        Locale locale =
                visit.language() == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        PassSheet sheet = new PassSheet(locale, visit.zone());
        Pass says = issued.pass();
        return new PassView(
                pass.pass().value(),
                code.svgPath(),
                code.modules(),
                digits(says).map(PassSheet::grouped).orElse(""),
                sheet.time(says.notBefore()),
                sheet.time(says.expires()),
                sheet.places(says.scope()),
                sheet.uses(says),
                issued.form(PassClass.PAPER).isPresent() ? "" : goodUntil(visit),
                closed(pass, visit));
    }

    private static String closed(VisitorPass pass, Visit visit) {
        if (pass.takenBack()) {
            return visit.text("household.pass.taken-back");
        }
        return visit.now().isBefore(pass.until()) ? "" : visit.text("household.pass.over");
    }

    /// A slip of paper as a drawing; empty if the pass is no longer kept.
    Optional<String> slip(VisitorPass pass, Visit visit) {
        return desk.issued(pass.pass())
                .flatMap(issued ->
                        code(issued)
                                .map(code ->
                                        new PassSlip(visit.zone())
                                                .svg(
                                                        issued.pass(),
                                                        code,
                                                        digits(issued.pass()).orElse(null))));
    }

    private static Optional<QrPicture> code(IssuedPass issued) {
        return issued.form(PassClass.PAPER).flatMap(form -> QrPicture.of(form.text()));
    }

    private Optional<String> digits(Pass pass) {
        PinPassRule rule =
                desk.newest(pass.compound()).map(set -> set.passes().pinPass()).orElse(null);
        if (rule == null) {
            return Optional.empty();
        }
        return switch (new PassPin(pass.compound(), rule).form(pass)) {
            case PassPin.Form.Digits(String digits) -> Optional.of(digits);
            case PassPin.Form.None _ -> Optional.empty();
        };
    }

    /// Passes with what became of them.
    ///
    /// @param path before the number of a pass that can be shown; empty for none
    List<PassLine> lines(
            CompoundId compound, List<VisitorPass> passes, String path, Telling telling) {
        if (passes.isEmpty()) {
            return List.of();
        }
        Instant oldest =
                passes.stream()
                        .map(VisitorPass::madeAt)
                        .min(Instant::compareTo)
                        .orElse(Instant.EPOCH);
        List<LoggedEvent> used =
                finder.find(
                        new EventSearch.OfPasses(
                                compound,
                                oldest,
                                passes.stream().map(VisitorPass::pass).collect(Collectors.toSet())),
                        FOUND_MAX);
        return passes.stream().map(pass -> line(pass, used, path, telling)).toList();
    }

    private static PassLine line(
            VisitorPass pass, List<LoggedEvent> used, String path, Telling telling) {
        long times = used.stream().filter(event -> isGrantOf(pass.pass(), event)).count();
        String state;
        if (pass.takenBack()) {
            state = telling.text("household.pass.taken-back");
        } else if (times > 0) {
            state = telling.text("household.pass.used", "n", times);
        } else {
            state =
                    telling.text(
                            telling.visit().now().isBefore(pass.until())
                                    ? "household.pass.unused"
                                    : "household.pass.over");
        }
        return new PassLine(
                pass.pass().value(),
                path.isEmpty() ? "" : path + pass.pass(),
                pass.household() == null
                        ? telling.text("household.gatehouse")
                        : pass.household().value(),
                telling.time(pass.from()) + " – " + telling.time(pass.until()),
                state,
                pass.isOpen(telling.visit().now()));
    }

    static boolean isGrantOf(PassId pass, LoggedEvent event) {
        return event.event().body() instanceof EventBody.AccessGranted granted
                && granted.grounds().pass() != null
                && pass.equals(granted.grounds().pass().pass());
    }
}
