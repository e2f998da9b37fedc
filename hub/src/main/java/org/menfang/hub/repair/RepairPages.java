package org.menfang.hub.repair;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.GateCard;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.cases.CasePictures;
import org.menfang.hub.cases.CasePictures.Keeping;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.PageHandler;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Times;
import org.menfang.hub.page.Visit;
import org.menfang.hub.repair.RepairEntry.PictureTime;
import org.menfang.hub.rights.Right;
import org.menfang.vocabulary.CompoundId;

/// The pages of the team on which repairs are reported and followed.
public final class RepairPages implements Section {
    private static final String PATH = "/repairs";
    private static final Duration CLOSED_SHOWN = Duration.ofDays(30);
    private static final int CLOSED_SHOWN_MAX = 50;

    private final RepairBook repairs;
    private final CasePictures pictures;
    private final Supplier<Board> board;

    public RepairPages(RepairBook repairs, CasePictures pictures, Supplier<Board> board) {
        this.repairs = repairs;
        this.pictures = pictures;
        this.board = board;
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(PATH, "cases.repairs", Right.SEE_BOARD));
    }

    @Override
    public void addTo(PageTable table) {
        table.get(PATH, Right.SEE_BOARD, this::list);
        table.get(PATH + "/new", Right.REPORT, this::showNew);
        table.post(PATH + "/new", Right.REPORT, this::report);
        table.get(PATH + "/{number}", Right.SEE_BOARD, this::show);
        table.post(PATH + "/{number}/picture", Right.REPORT, this::addPicture);
        table.post(PATH + "/{number}/act/{act}", Right.REPORT, this::act);
    }

    private Reply list(Visit visit) {
        List<Repair> open = repairs.open();
        List<RepairView> closed =
                repairs.closedSince(visit.now().minus(CLOSED_SHOWN)).stream()
                        .limit(CLOSED_SHOWN_MAX)
                        .map(repair -> RepairView.of(visit, repair))
                        .toList();
        return Reply.show(
                "cases/repairs.jte",
                Map.of(
                        "open",
                        open.stream().map(repair -> RepairView.of(visit, repair)).toList(),
                        "closed",
                        closed,
                        "mayReport",
                        visit.may(Right.REPORT)));
    }

    private Reply showNew(Visit visit) {
        return Reply.show(
                "cases/repair-new.jte",
                Map.of(
                        "compounds",
                        compounds(),
                        "compound",
                        given(visit, "compound"),
                        "place",
                        given(visit, "place"),
                        "what",
                        given(visit, "what"),
                        "textMax",
                        NewRepair.TEXT_CHARS_MAX));
    }

    private List<String> compounds() {
        return board.get().gates().stream()
                .map(GateCard::compound)
                .map(CompoundId::value)
                .distinct()
                .sorted()
                .toList();
    }

    /// What was typed before, or what a link brings along.
    private static String given(Visit visit, String name) {
        String typed = visit.field(name);
        return typed.isEmpty() ? visit.query(name) : typed;
    }

    private Reply report(Visit visit) {
        String compound = visit.field("compound");
        if (!compounds().contains(compound)) {
            return refused(visit, "refused.cases.no-compound", this::showNew);
        }
        Optional<Keeping> picture = keepPicture(visit);
        if (picture.orElse(null) instanceof Keeping.Refused(String key)) {
            return refused(visit, key, this::showNew);
        }
        NewRepair repair =
                new NewRepair(
                        new CompoundId(compound),
                        visit.field("place"),
                        visit.field("what"),
                        null,
                        visit.now());
        boolean known = repairs.findOpen(repair).isPresent();
        Outcome outcome = repairs.report(visit.who(), repair);
        int number = repairs.findOpen(repair).map(Repair::number).orElse(0);
        if (outcome instanceof Outcome.Done && picture.orElse(null) instanceof Keeping.Kept kept) {
            outcome =
                    repairs.addPicture(
                            visit.who(), number, PictureTime.BEFORE, kept.picture(), kept.sent());
        }
        return Answering.to(
                visit,
                outcome,
                PATH + "/" + number,
                known ? "said.cases.reported-before" : "said.cases.reported",
                this::showNew);
    }

    private Optional<Keeping> keepPicture(Visit visit) {
        return visit.upload("picture").map(upload -> pictures.keep(upload.bytes()));
    }

    private static Reply refused(Visit visit, String key, PageHandler again) {
        return Answering.to(visit, new Outcome.Refused(key), "/", "said.done", again);
    }

    private Reply show(Visit visit) {
        return with(visit, repair -> show(visit, repair));
    }

    private Reply show(Visit visit, Repair repair) {
        boolean may = visit.may(Right.REPORT);
        return Reply.show(
                "cases/repair.jte",
                Map.of(
                        "repair",
                        RepairView.of(visit, repair),
                        "seenAt",
                        Times.minute(repair.what().seenAt(), visit.zone()),
                        "way",
                        RepairView.way(visit, repair),
                        "steps",
                        RepairView.steps(visit, repair, false),
                        "pictures",
                        repair.pictures().stream().map(each -> picture(visit, each)).toList(),
                        "works",
                        Arrays.stream(Handwork.values())
                                .filter(work -> may && work.isFor(repair, visit.who()))
                                .toList(),
                        "ownWork",
                        may && isOwnWork(visit, repair),
                        "mayAdd",
                        may && repair.state().isOpen(),
                        "mayPrint",
                        may,
                        "slips",
                        new SlipCounts(
                                repair.votes().slips(),
                                RepairBook.SLIPS_ONCE_MAX,
                                RepairBook.SLIPS_MAX - repair.votes().slips())));
    }

    /// @param left how many more can be printed
    public record SlipCounts(int printed, int onceMax, int left) {}

    private static boolean isOwnWork(Visit visit, Repair repair) {
        return repair.state() == RepairState.DONE
                && !repair.isMeasured()
                && repair.workers().contains(visit.who());
    }

    /// @param when `BEFORE` or `AFTER`
    public record PictureLine(String digest, String when, String at, String by) {}

    private static PictureLine picture(Visit visit, Repair.Picture picture) {
        return new PictureLine(
                picture.digest().value(),
                visit.text("cases.picture." + picture.when()),
                Times.minute(picture.at(), visit.zone()),
                picture.by().value());
    }

    private Reply addPicture(Visit visit) {
        return with(visit, repair -> addPicture(visit, repair));
    }

    private Reply addPicture(Visit visit, Repair repair) {
        String when = visit.field("when");
        Optional<Keeping> picture = keepPicture(visit);
        if (picture.isEmpty()) {
            return refused(visit, "refused.cases.no-picture", this::show);
        }
        return switch (picture.get()) {
            case Keeping.Refused(String key) -> refused(visit, key, this::show);
            case Keeping.Kept(var kept, var sent) ->
                    Answering.to(
                            visit,
                            repairs.addPicture(
                                    visit.who(),
                                    repair.number(),
                                    when.equals(PictureTime.AFTER.name())
                                            ? PictureTime.AFTER
                                            : PictureTime.BEFORE,
                                    kept,
                                    sent),
                            PATH + "/" + repair.number(),
                            "said.cases.picture-added",
                            this::show);
        };
    }

    private Reply act(Visit visit) {
        Optional<Handwork> work = Handwork.find(visit.path("act"));
        return work.isEmpty()
                ? new Reply.Refused(Problem.NO_SUCH_THING)
                : with(
                        visit,
                        repair ->
                                Answering.to(
                                        visit,
                                        work.get()
                                                .perform(
                                                        repairs,
                                                        visit.who(),
                                                        repair.number(),
                                                        visit.field("note")),
                                        PATH + "/" + repair.number(),
                                        "said.cases." + work.get().path(),
                                        this::show));
    }

    private Reply with(Visit visit, Function<Repair, Reply> page) {
        return RepairNumber.of(visit.path("number"))
                .flatMap(repairs::find)
                .map(page)
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
    }
}
