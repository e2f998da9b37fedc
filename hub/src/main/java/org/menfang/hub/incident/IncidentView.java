package org.menfang.hub.incident;

import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.hub.page.Times;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;
import org.menfang.wire.EventBody;

/// One incident in the words of its pages.
///
/// @param policeCase empty where there is none
/// @param people empty where nobody is named
public record IncidentView(
        int number,
        String compound,
        String category,
        String place,
        String from,
        String to,
        String gates,
        String policeCase,
        String people,
        String text,
        boolean open,
        String openedBy,
        String openedAt) {

    /// What stood there at one time.
    ///
    /// @param why it was amended; empty for the first one
    public record VersionView(String at, String by, String why, IncidentView view) {}

    public record NoteView(String at, String by, String kind, String text) {}

    /// One line of the time line.
    ///
    /// @param gate empty for what people did at the hub
    /// @param seq empty as well
    /// @param alarm whether it is an alarm that was raised
    /// @param picture digest of what the gate took then; empty for none
    public record Line(
            String at,
            String gate,
            String seq,
            String place,
            String who,
            String says,
            boolean alarm,
            String picture) {}

    static IncidentView of(UnaryOperator<String> words, ZoneId zone, Incident incident) {
        return of(words, zone, incident, incident.facts());
    }

    private static IncidentView of(
            UnaryOperator<String> words, ZoneId zone, Incident incident, IncidentFacts facts) {
        return new IncidentView(
                incident.number(),
                incident.compound().value(),
                words.apply("cases.category." + facts.category()),
                facts.place(),
                Times.minute(facts.from(), zone),
                Times.minute(facts.to(), zone),
                facts.gates().stream().map(GateId::value).collect(Collectors.joining(", ")),
                facts.policeCase(),
                facts.people().stream().map(OperatorName::value).collect(Collectors.joining(", ")),
                facts.text(),
                incident.open(),
                incident.openedBy().value(),
                Times.minute(incident.openedAt(), zone));
    }

    /// The newest first.
    static List<VersionView> versions(UnaryOperator<String> words, ZoneId zone, Incident incident) {
        return incident.versions().reversed().stream()
                .map(version ->
                        new VersionView(
                                Times.second(version.at(), zone),
                                version.by().value(),
                                version.why(),
                                of(words, zone, incident, version.facts())))
                .toList();
    }

    /// The newest first.
    static List<NoteView> notes(UnaryOperator<String> words, ZoneId zone, Incident incident) {
        return incident.notes().reversed().stream()
                .map(note ->
                        new NoteView(
                                Times.second(note.at(), zone),
                                note.by().value(),
                                words.apply("cases.note-kind." + note.kind()),
                                note.text()))
                .toList();
    }

    static Line line(ZoneId zone, Timeline.Item item, String says) {
        return switch (item) {
            case Timeline.AtGate(var at, var kept) -> {
                LoggedEvent event = kept.event();
                yield new Line(
                        Times.second(at, zone),
                        event.event().gate().value(),
                        String.valueOf(event.event().position().seq()),
                        event.where(),
                        event.who() == null ? "" : event.who(),
                        says,
                        event.event().body() instanceof EventBody.AlarmRaised,
                        digest(event.picture()));
            }
            case Timeline.AtHub(TimelineSource.HubAct act) ->
                    new Line(
                            Times.second(act.at(), zone),
                            "",
                            "",
                            act.place(),
                            act.by(),
                            says,
                            false,
                            "");
        };
    }

    private static String digest(@Nullable Sha256 picture) {
        return picture == null ? "" : picture.value();
    }
}
