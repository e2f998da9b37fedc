package org.menfang.hub.incident;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.Head;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// Where people write incidents down, and see them. Any thread may call it.
public final class IncidentBook {
    /// Nobody works on more at once.
    public static final int OPEN_INCIDENTS_MAX = 500;

    /// Amendments and notes of one incident.
    public static final int CHANGES_MAX = 200;

    /// Of one incident, sent by people and taken by gates.
    public static final int PICTURES_MAX = 60;

    private static final int LOOKS_MAX = 100;

    private final Book book;
    private final Incidents incidents;
    private final ZoneId zone;

    /// @param zone in which a day is a day
    public IncidentBook(Book book, Incidents incidents, ZoneId zone) {
        this.book = book;
        this.incidents = incidents;
        this.zone = zone;
    }

    /// @param alarm the one that it is made from
    public Outcome open(
            OperatorName by, CompoundId compound, IncidentFacts facts, @Nullable AlarmRef alarm) {
        return book.decide(by, now -> IncidentRules.open(incidents, compound, facts, alarm, now));
    }

    public Outcome amend(OperatorName by, int number, IncidentFacts facts, String why) {
        return act(by, number, (it, now) -> IncidentRules.amend(it, facts, why, now));
    }

    public Outcome note(OperatorName by, int number, String text) {
        return act(by, number, (it, _) -> IncidentRules.note(it, text));
    }

    public Outcome close(OperatorName by, int number, String note) {
        return act(by, number, (it, _) -> IncidentRules.close(it, note));
    }

    public Outcome reopen(OperatorName by, int number, String why) {
        return act(by, number, (it, _) -> IncidentRules.reopen(it, why));
    }

    /// Adds a picture that somebody sent.
    public Outcome addPicture(OperatorName by, int number, Sha256 picture, Sha256 sent) {
        return act(
                by,
                number,
                (it, _) ->
                        IncidentRules.picture(
                                it, picture, new IncidentEntry.Pictured(number, picture, sent)));
    }

    /// Adds a picture that a gate took.
    public Outcome addGatePicture(
            OperatorName by, int number, Incident.Taken taken, Sha256 picture) {
        IncidentEntry entry =
                new IncidentEntry.GatePictureAdded(
                        number, taken.gate(), taken.seq(), taken.event(), picture);
        return act(by, number, (it, _) -> IncidentRules.picture(it, picture, entry));
    }

    private Outcome act(OperatorName by, int number, BiFunction<Incident, Instant, Verdict> judge) {
        return book.decide(
                by,
                now ->
                        incidents
                                .find(number)
                                .map(it -> judge.apply(it, now))
                                .orElseGet(() -> Verdict.refuse("refused.cases.no-such-incident")));
    }

    /// Opens an incident for somebody who looks at it, and writes down who that is. Where that
    /// cannot be written, nobody sees it.
    public Optional<Incident> view(OperatorName by, int number) {
        Outcome noted =
                look(by, number, IncidentFile::lastViewed, new IncidentEntry.Viewed(number));
        return noted instanceof Outcome.Done ? find(number) : Optional.empty();
    }

    Outcome download(OperatorName by, int number, Sha256 archive) {
        return look(
                by,
                number,
                IncidentFile::lastDownloaded,
                new IncidentEntry.Downloaded(number, archive));
    }

    private Outcome look(
            OperatorName by,
            int number,
            BiFunction<IncidentFile, OperatorName, Optional<Instant>> last,
            IncidentEntry entry) {
        return book.decide(
                by,
                now -> {
                    IncidentFile file = incidents.file(number);
                    return file == null
                            ? Verdict.refuse("refused.cases.no-such-incident")
                            : IncidentRules.look(last.apply(file, by), now, zone, entry);
                });
    }

    Outcome exported(
            int number, OperatorName executed, OperatorName checked, Sha256 archive, int bytes) {
        return act(
                executed,
                number,
                (_, _) ->
                        Verdict.write(
                                new IncidentEntry.Exported(
                                        number, executed, checked, archive, bytes)));
    }

    /// The end of the hub's log, which stands in every export.
    Head head() {
        return book.head();
    }

    /// What stands in the log, without noting that somebody looked: for the hub's own use.
    public Optional<Incident> find(int number) {
        return book.read(() -> incidents.find(number));
    }

    /// The newest first.
    public List<Incident> newest(int countMax) {
        return book.read(() -> incidents.newest(countMax));
    }

    /// Who looked at it and who took it along, the newest first.
    public List<Look> looks(int number) {
        return book.read(() -> {
            IncidentFile file = incidents.file(number);
            return file == null ? List.of() : file.looks(LOOKS_MAX);
        });
    }

    /// Pictures that must not be cleared away, whatever their age: open incidents refer to them.
    public Set<Sha256> heldPictures() {
        return book.read(incidents::open).stream()
                .flatMap(incident -> incident.pictures().stream())
                .map(Incident.Picture::digest)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The pictures of all incidents, also of closed ones.
    public Set<Sha256> pictures() {
        return book.read(() -> incidents.newest(Integer.MAX_VALUE)).stream()
                .flatMap(incident -> incident.pictures().stream())
                .map(Incident.Picture::digest)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Those that people still work on, and those that were closed at a time or later.
    public List<Incident> closedSince(Instant time) {
        return book.read(() -> incidents.newest(Integer.MAX_VALUE)).stream()
                .filter(incident -> incident.open() || !incident.closedAt().isBefore(time))
                .toList();
    }

    /// Events that must not be cleared away, whatever their age: the time lines of open incidents
    /// are made from them.
    public List<HeldSpan> heldSpans() {
        return book.read(incidents::open).stream()
                .map(incident ->
                        new HeldSpan(
                                incident.compound(),
                                incident.facts().gates(),
                                incident.facts().from(),
                                incident.facts().to()))
                .toList();
    }

    /// Events of some gates in a span of time.
    public record HeldSpan(CompoundId compound, List<GateId> gates, Instant from, Instant to) {
        public HeldSpan {
            gates = List.copyOf(gates);
        }

        public boolean holds(CompoundId of, GateId gate, Instant at) {
            return compound.equals(of)
                    && gates.contains(gate)
                    && !at.isBefore(from)
                    && !at.isAfter(to);
        }
    }
}
