package org.menfang.hub.repair;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.qr.QrPicture;
import org.menfang.hub.rights.Right;
import org.menfang.vocabulary.Sha256;

/// What everybody sees of a repair, and the slips of paper with which residents rate the result.
///
/// A slip holds a random code and rates once; the team gives one to each household near by. So
/// nobody has to say who it is, and nobody rates a hundred times. How many slips were printed, and
/// by whom, stands in the log.
public final class SlipPages implements Section {
    private static final int CODE_BYTES = 16;
    private static final int CODE_CHARS = 22;
    private static final String OPEN = "/open/repair/{number}";

    /// Wrong codes that are borne in a minute, before nobody can rate for the rest of it. Nobody
    /// guesses a code; this keeps the log of tries short.
    private static final int WRONG_CODES_MAX = 30;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RepairBook repairs;
    private final SecureRandom random = new SecureRandom();
    private Instant minuteBegan = Instant.MIN;
    private int wrongCodes;

    public SlipPages(RepairBook repairs) {
        this.repairs = repairs;
    }

    @Override
    public void addTo(PageTable table) {
        table.post("/repairs/{number}/slips", Right.REPORT, this::print);
        table.openGet(OPEN, visit -> with(visit, repair -> show(visit, repair, "")));
        table.openGet(OPEN + "/{code}", this::showWithSlip);
        table.openPost(OPEN + "/{code}", this::rate);
    }

    private Reply print(Visit visit) {
        return with(visit, repair -> print(visit, repair));
    }

    private Reply print(Visit visit, Repair repair) {
        int count = RepairNumber.of(visit.field("count")).orElse(0);
        List<String> codes =
                Stream.generate(this::code)
                        .limit(Math.min(count, RepairBook.SLIPS_ONCE_MAX + 1))
                        .toList();
        Outcome outcome =
                repairs.makeSlips(
                        visit.who(), repair.number(), codes.stream().map(Sha256::of).toList());
        return switch (outcome) {
            // Shown once: what stands on a slip is kept nowhere.
            case Outcome.Done _ -> slips(visit, repair, codes);
            case Outcome.Refused _, Outcome.Failed _ ->
                    Answering.to(
                            visit,
                            outcome,
                            "/repairs/" + repair.number(),
                            "said.done",
                            again -> slips(again, repair, List.of()));
        };
    }

    private String code() {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// @param qr the drawing of the code, one unit a module
    public record Slip(String address, String qr, int modules) {}

    private static Reply slips(Visit visit, Repair repair, List<String> codes) {
        List<Slip> slips = new ArrayList<>();
        for (String code : codes) {
            String address = visit.address("/open/repair/" + repair.number() + "/" + code);
            QrPicture qr =
                    QrPicture.of(address)
                            .orElseThrow(() -> new IllegalStateException("too long: " + address));
            slips.add(new Slip(address, qr.svgPath(), qr.modules()));
        }
        return Reply.show(
                "cases/slips.jte", Map.of("repair", RepairView.of(visit, repair), "slips", slips));
    }

    private Reply showWithSlip(Visit visit) {
        return with(visit, repair -> show(visit, repair, visit.path("code")));
    }

    private Reply show(Visit visit, Repair repair, String code) {
        Optional<Sha256> slip = slip(code);
        boolean isMended =
                repair.state() == RepairState.DONE || repair.state() == RepairState.CLOSED;
        return Reply.show(
                "cases/repair-open.jte",
                Map.of(
                        "repair",
                        RepairView.of(visit, repair),
                        "way",
                        RepairView.way(visit, repair),
                        "steps",
                        RepairView.steps(visit, repair, true),
                        "code",
                        slip.isPresent() ? code : "",
                        "mayRate",
                        isMended
                                && slip.filter(digest -> repairs.hasSlip(repair.number(), digest))
                                        .isPresent(),
                        "mended",
                        isMended,
                        "starsMax",
                        Repair.STARS_MAX));
    }

    private static Optional<Sha256> slip(String code) {
        return code.length() == CODE_CHARS ? Optional.of(Sha256.of(code)) : Optional.empty();
    }

    private Reply rate(Visit visit) {
        return with(visit, repair -> rate(visit, repair));
    }

    private Reply rate(Visit visit, Repair repair) {
        Optional<Sha256> slip = slip(visit.path("code"));
        boolean known = slip.filter(code -> repairs.hasSlip(repair.number(), code)).isPresent();
        if (isTooOften(visit.now(), known)) {
            return answer(visit, repair, new Outcome.Refused("refused.cases.too-often"));
        }
        int stars = RepairNumber.of(visit.field("stars")).orElse(0);
        return answer(
                visit,
                repair,
                slip.map(code -> repairs.rate(repair.number(), code, stars))
                        .orElseGet(() -> new Outcome.Refused("refused.cases.slip-unknown")));
    }

    private Reply answer(Visit visit, Repair repair, Outcome outcome) {
        return Answering.to(
                visit,
                outcome,
                "/open/repair/" + repair.number(),
                "said.cases.rated",
                this::showWithSlip);
    }

    private synchronized boolean isTooOften(Instant now, boolean known) {
        if (now.isBefore(minuteBegan) || !now.isBefore(minuteBegan.plus(MINUTE))) {
            minuteBegan = now;
            wrongCodes = 0;
        }
        wrongCodes += known ? 0 : 1;
        return wrongCodes > WRONG_CODES_MAX;
    }

    private Reply with(Visit visit, Function<Repair, Reply> page) {
        return RepairNumber.of(visit.path("number"))
                .flatMap(repairs::find)
                .map(page)
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
    }
}
