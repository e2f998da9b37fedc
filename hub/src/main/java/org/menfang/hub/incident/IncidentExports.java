package org.menfang.hub.incident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.Language;
import org.menfang.hub.rights.GraveDesk;
import org.menfang.json.Json;
import org.menfang.tls.PrivateFiles;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// Makes copies of incidents that can leave the hub, each under four eyes, and keeps them under
/// their digests. Any thread may call it.
public final class IncidentExports {
    /// All files of one copy.
    public static final long COPY_BYTES_MAX = 96L * 1024 * 1024;

    private final IncidentBook incidents;
    private final TimelineReader timelines;
    private final Function<Sha256, Optional<byte[]>> pictures;
    private final IncidentPrint print;
    private final EvidenceKey key;
    private final Path folder;
    private final InstantSource clock;

    /// @param pictures those of gates and those that people sent
    /// @param folder for the copies alone
    public IncidentExports(
            IncidentBook incidents,
            TimelineReader timelines,
            Function<Sha256, Optional<byte[]>> pictures,
            IncidentPrint print,
            EvidenceKey key,
            Path folder,
            InstantSource clock) {
        this.incidents = incidents;
        this.timelines = timelines;
        this.pictures = pictures;
        this.print = print;
        this.key = key;
        this.folder = folder;
        this.clock = clock;
    }

    /// From now on the second person's word makes the copy.
    public void registerAt(GraveDesk desk) {
        desk.register("incident.export", ExportIncident.class, this::export);
    }

    private Outcome export(ExportIncident act, OperatorName executed, OperatorName checked) {
        Optional<Incident> found = incidents.find(act.number());
        if (found.isEmpty()) {
            return new Outcome.Refused("refused.cases.no-such-incident");
        }
        Incident incident = found.get();
        Instant now = clock.instant();
        Timeline timeline = timelines.read(incident);
        EvidenceArchive archive = new EvidenceArchive();
        archive.add("incident.json", Json.write(incident), "what people wrote, every version");
        archive.add("timeline.json", timelineJson(timeline, act.language()), "what happened");
        for (Incident.Picture picture : incident.pictures()) {
            Optional<byte[]> jpeg = pictures.apply(picture.digest());
            if (jpeg.isPresent()) {
                archive.add("pictures/" + picture.digest() + ".jpg", jpeg.get(), about(picture));
            }
        }
        byte[] pdf =
                print.pdf(incident, timeline, pictures, act.language(), now, executed, checked);
        if (pdf == null) {
            return new Outcome.Refused("refused.cases.no-font");
        }
        archive.add(PDF, pdf, "for reading");
        if (archive.bytes() > COPY_BYTES_MAX) {
            return new Outcome.Refused("refused.cases.copy-large");
        }
        return keep(
                incident.number(),
                archive.pack(
                        "incident " + incident.number() + " of " + incident.compound(),
                        now,
                        executed,
                        checked,
                        incidents.head(),
                        key),
                executed,
                checked);
    }

    /// The name of the file for reading.
    static final String PDF = "incident.pdf";

    private static String about(Incident.Picture picture) {
        Incident.Taken taken = picture.taken();
        if (taken != null) {
            return "taken by gate "
                    + taken.gate()
                    + " for its event "
                    + taken.seq()
                    + ", which is "
                    + taken.event();
        }
        return "sent by "
                + picture.by()
                + " at "
                + picture.at()
                + "; the file as it was sent had "
                + picture.sent();
    }

    /// One line of the time line, frozen.
    ///
    /// @param hash of the text
    /// @param text as the gate wrote it; none for what people did at the hub
    record Frozen(
            Instant at,
            @Nullable String gate,
            @Nullable Long seq,
            String place,
            String who,
            String says,
            @Nullable Sha256 hash,
            @Nullable String text) {}

    /// @param cut whether more happened than stands here
    record FrozenTimeline(boolean cut, List<Frozen> items) {
        FrozenTimeline {
            items = List.copyOf(items);
        }
    }

    private byte[] timelineJson(Timeline timeline, Language language) {
        EventSentence sentence = EventSentence.of(timeline, print.words(language));
        return Json.write(
                new FrozenTimeline(
                        timeline.cut(),
                        timeline.items().stream()
                                .map(item -> frozen(item, sentence.say(item)))
                                .toList()));
    }

    private static Frozen frozen(Timeline.Item item, String says) {
        return switch (item) {
            case Timeline.AtGate(Instant at, var kept) ->
                    new Frozen(
                            at,
                            kept.event().event().gate().value(),
                            kept.event().event().position().seq(),
                            kept.event().where(),
                            kept.event().who() == null ? "" : kept.event().who(),
                            says,
                            kept.hash(),
                            kept.text());
            case Timeline.AtHub(TimelineSource.HubAct act) ->
                    new Frozen(act.at(), null, null, act.place(), act.by(), says, null, null);
        };
    }

    private Outcome keep(int number, byte[] archive, OperatorName executed, OperatorName checked) {
        Sha256 digest = Sha256.of(archive);
        try {
            PrivateFiles.write(file(digest), archive);
        } catch (IOException e) {
            return new Outcome.Failed("the copy could not be kept: " + e);
        }
        return incidents.exported(number, executed, checked, digest, archive.length);
    }

    private Path file(Sha256 archive) {
        return folder.resolve(archive + ".zip");
    }

    /// A copy of an incident, for somebody who may have it. That it was taken is written down.
    Optional<byte[]> take(OperatorName by, Incident incident, Sha256 archive) {
        boolean known = incident.copies().stream().anyMatch(copy -> copy.archive().equals(archive));
        if (!known
                || !Files.isRegularFile(file(archive))
                || !(incidents.download(by, incident.number(), archive) instanceof Outcome.Done)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file(archive)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
