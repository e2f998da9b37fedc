package org.menfang.hub.incident;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.page.Language;
import org.menfang.hub.page.Times;
import org.menfang.hub.print.Press;
import org.menfang.hub.print.Printed;
import org.menfang.vocabulary.OperatorName;
import org.menfang.vocabulary.Sha256;

/// Prints an incident for reading on paper.
///
/// @param texts the text of a key in a language
/// @param zone in which people read times
public record IncidentPrint(Press press, BiFunction<Language, String, String> texts, ZoneId zone) {
    /// Shown on paper; all of them are in the archive.
    private static final int PICTURES_MAX = 12;

    /// @param data the picture as an address; empty where it is not shown
    public record PrintedPicture(String digest, String about, String data) {}

    UnaryOperator<String> words(Language language) {
        return key -> texts.apply(language, key);
    }

    /// None where this machine has no font with Chinese letters.
    byte @Nullable [] pdf(
            Incident incident,
            Timeline timeline,
            Function<Sha256, Optional<byte[]>> pictures,
            Language language,
            Instant now,
            OperatorName executed,
            OperatorName checked) {
        UnaryOperator<String> words = words(language);
        EventSentence sentence = EventSentence.of(timeline, words);
        Map<String, Object> model =
                Map.of(
                        "incident",
                        IncidentView.of(words, zone, incident),
                        "versions",
                        IncidentView.versions(words, zone, incident),
                        "notes",
                        IncidentView.notes(words, zone, incident),
                        "lines",
                        timeline.items().stream()
                                .map(item -> IncidentView.line(zone, item, sentence.say(item)))
                                .toList(),
                        "cut",
                        timeline.cut(),
                        "pictures",
                        printed(incident, pictures),
                        "madeAt",
                        Times.second(now, zone),
                        "executed",
                        executed.value(),
                        "checked",
                        checked.value());
        return switch (press.print("cases/incident-print.jte", language, model, now)) {
            case Printed.Pdf(byte[] bytes) -> bytes;
            case Printed.NoFont _ -> null;
        };
    }

    private List<PrintedPicture> printed(
            Incident incident, Function<Sha256, Optional<byte[]>> pictures) {
        List<PrintedPicture> printed = new ArrayList<>();
        for (Incident.Picture picture : incident.pictures()) {
            Optional<byte[]> jpeg =
                    printed.size() < PICTURES_MAX
                            ? pictures.apply(picture.digest())
                            : Optional.empty();
            printed.add(
                    new PrintedPicture(
                            picture.digest().value(),
                            Times.second(picture.at(), zone) + " " + picture.by(),
                            jpeg.map(bytes ->
                                            "data:image/jpeg;base64,"
                                                    + Base64.getEncoder().encodeToString(bytes))
                                    .orElse("")));
        }
        return printed;
    }
}
