package org.menfang.hub.incident;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.menfang.hub.board.GateRecords;
import org.menfang.hub.board.GateRecords.Kept;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.cases.CasePictures;
import org.menfang.hub.cases.CasePictures.Keeping;
import org.menfang.hub.cases.CaseText;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.PageHandler;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Times;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.GraveDesk;
import org.menfang.hub.rights.Right;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.GateIdentity;

/// The page of one incident: what was said, what happened, pictures, copies, and who looked.
public final class IncidentPage implements Section {
    /// On one page; an old phone has to show it. The copy has all of them.
    private static final int LINES_SHOWN_MAX = 300;

    private static final String PATH = IncidentPages.PATH + "/{number}";

    private final IncidentBook incidents;
    private final TimelineReader timelines;
    private final GateRecords records;
    private final CasePictures pictures;
    private final IncidentExports exports;
    private final GraveDesk graveDesk;

    public IncidentPage(
            IncidentBook incidents,
            TimelineReader timelines,
            GateRecords records,
            CasePictures pictures,
            IncidentExports exports,
            GraveDesk graveDesk) {
        this.incidents = incidents;
        this.timelines = timelines;
        this.records = records;
        this.pictures = pictures;
        this.exports = exports;
        this.graveDesk = graveDesk;
    }

    @Override
    public void addTo(PageTable table) {
        table.get(PATH, Right.SEE_BOARD, this::show);
        table.post(
                PATH + "/note",
                Right.REPORT,
                act(
                        (visit, it) ->
                                incidents.note(
                                        visit.who(), it, CaseText.lines(visit.field("text"))),
                        "said.cases.noted"));
        table.post(
                PATH + "/close",
                Right.REPORT,
                act(
                        (visit, it) -> incidents.close(visit.who(), it, visit.field("note")),
                        "said.cases.incident-closed"));
        table.post(
                PATH + "/reopen",
                Right.REPORT,
                act(
                        (visit, it) -> incidents.reopen(visit.who(), it, visit.field("why")),
                        "said.cases.reopened"));
        table.post(
                PATH + "/picture", Right.REPORT, act(this::addPicture, "said.cases.picture-added"));
        table.post(
                PATH + "/evidence",
                Right.REPORT,
                act(this::addEvidence, "said.cases.picture-added"));
        table.grave(PATH + "/export", Right.REPORT, act(this::propose, "said.cases.proposed"));
        table.get(PATH + "/copies/{archive}/{form}", Right.SEE_BOARD, this::download);
    }

    private Reply show(Visit visit) {
        return IncidentPages.with(visit, number -> incidents.view(visit.who(), number))
                .map(incident -> show(visit, incident))
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
    }

    private Reply show(Visit visit, Incident incident) {
        Timeline timeline = timelines.read(incident);
        EventSentence sentence = EventSentence.of(timeline, visit::text);
        boolean may = visit.may(Right.REPORT);
        return Reply.show(
                "cases/incident.jte",
                Map.of(
                        "incident",
                        IncidentView.of(visit::text, visit.zone(), incident),
                        "versions",
                        IncidentView.versions(visit::text, visit.zone(), incident),
                        "notes",
                        IncidentView.notes(visit::text, visit.zone(), incident),
                        "lines",
                        timeline.items().stream()
                                .limit(LINES_SHOWN_MAX)
                                .map(item ->
                                        IncidentView.line(visit.zone(), item, sentence.say(item)))
                                .toList(),
                        "cut",
                        timeline.cut() || timeline.items().size() > LINES_SHOWN_MAX,
                        "pictures",
                        incident.pictures().stream().map(each -> picture(visit, each)).toList(),
                        "copies",
                        incident.copies().stream()
                                .filter(copy -> mayTake(visit, copy))
                                .map(copy -> copy(visit, copy))
                                .toList(),
                        "looks",
                        visit.may(Right.SEE_RECORDS) ? looks(visit, incident) : List.of(),
                        "mayWrite",
                        may));
    }

    /// @param fromGate whether a gate took it
    public record PictureView(String digest, boolean fromGate, String at, String by, String sent) {}

    private static PictureView picture(Visit visit, Incident.Picture picture) {
        return new PictureView(
                picture.digest().value(),
                picture.taken() != null,
                Times.second(picture.at(), visit.zone()),
                picture.by().value(),
                picture.sent() == null ? "" : picture.sent().value());
    }

    public record CopyView(
            String archive, String at, String executed, String checked, long kilobytes) {}

    private static CopyView copy(Visit visit, Incident.Copy copy) {
        return new CopyView(
                copy.archive().value(),
                Times.second(copy.at(), visit.zone()),
                copy.executed().value(),
                copy.checked().value(),
                copy.bytes() / 1024);
    }

    private static boolean mayTake(Visit visit, Incident.Copy copy) {
        return copy.executed().equals(visit.who())
                || copy.checked().equals(visit.who())
                || visit.may(Right.SEE_RECORDS);
    }

    public record LookView(String at, String by, String kind) {}

    private List<LookView> looks(Visit visit, Incident incident) {
        return incidents.looks(incident.number()).stream()
                .map(look ->
                        new LookView(
                                Times.second(look.at(), visit.zone()),
                                look.by().value(),
                                visit.text("cases.look." + look.kind())))
                .toList();
    }

    private PageHandler act(BiFunction<Visit, Integer, Outcome> act, String saidKey) {
        return visit ->
                IncidentPages.with(visit, incidents::find)
                        .map(incident ->
                                Answering.to(
                                        visit,
                                        act.apply(visit, incident.number()),
                                        IncidentPages.PATH + "/" + incident.number(),
                                        saidKey,
                                        this::show))
                        .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
    }

    private Outcome addPicture(Visit visit, int number) {
        Optional<Keeping> kept =
                visit.upload("picture").map(upload -> pictures.keep(upload.bytes()));
        if (kept.isEmpty()) {
            return new Outcome.Refused("refused.cases.no-picture");
        }
        return switch (kept.get()) {
            case Keeping.Refused(String key) -> new Outcome.Refused(key);
            case Keeping.Kept(Sha256 picture, Sha256 sent) ->
                    incidents.addPicture(visit.who(), number, picture, sent);
        };
    }

    /// The event has to be one of the time line, and to have a picture: an address that somebody
    /// made up adds nothing.
    private Outcome addEvidence(Visit visit, int number) {
        Incident incident = incidents.find(number).orElseThrow();
        String seq = visit.field("seq");
        Optional<GateId> gate =
                incident.facts().gates().stream()
                        .filter(each -> each.value().equals(visit.field("gate")))
                        .findFirst();
        Optional<Kept> event =
                seq.matches("[1-9][0-9]{0,17}")
                        ? gate.flatMap(it -> find(incident, it, Long.parseLong(seq)))
                        : Optional.empty();
        Sha256 picture = event.map(kept -> kept.event().picture()).orElse(null);
        return event.isEmpty() || picture == null
                ? new Outcome.Refused("refused.cases.no-gate-picture")
                : incidents.addGatePicture(
                        visit.who(),
                        number,
                        new Incident.Taken(
                                gate.orElseThrow(), Long.parseLong(seq), event.get().hash()),
                        picture);
    }

    private Optional<Kept> find(Incident incident, GateId gate, long seq) {
        GateIdentity identity = new GateIdentity(incident.compound(), gate);
        return records.from(identity, EventStream.EVENTS, seq, 1).stream()
                .filter(kept -> kept.event().event().position().seq() == seq)
                .filter(kept -> TimelineReader.isWithin(kept, incident.facts()))
                .findFirst();
    }

    private Outcome propose(Visit visit, int number) {
        return graveDesk.propose(visit.who(), new ExportIncident(number, visit.language()));
    }

    private Reply download(Visit visit) {
        String form = visit.path("form");
        Optional<Incident> incident = IncidentPages.with(visit, incidents::find);
        Optional<Incident.Copy> copy =
                incident.flatMap(it ->
                        it.copies().stream()
                                .filter(each ->
                                        each.archive().value().equals(visit.path("archive")))
                                .findFirst());
        if (incident.isEmpty() || copy.isEmpty()) {
            return new Reply.Refused(Problem.NO_SUCH_THING);
        }
        if (!mayTake(visit, copy.get())) {
            return new Reply.Refused(Problem.NOT_YOURS);
        }
        Function<byte[], Optional<Reply>> reply =
                switch (form) {
                    case "zip" -> bytes -> Optional.of(file(incident.get(), "zip", bytes));
                    case "pdf" ->
                            bytes ->
                                    EvidenceArchive.file(bytes, IncidentExports.PDF)
                                            .map(pdf -> file(incident.get(), "pdf", pdf));
                    default -> _ -> Optional.empty();
                };
        return exports.take(visit.who(), incident.get(), copy.get().archive())
                .flatMap(reply)
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_THING));
    }

    private static Reply file(Incident incident, String form, byte[] bytes) {
        return new Reply.File(
                "incident-" + incident.number() + "." + form,
                "application/" + form,
                bytes,
                form.equals("pdf"));
    }
}
