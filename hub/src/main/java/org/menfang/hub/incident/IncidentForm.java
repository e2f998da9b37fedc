package org.menfang.hub.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.menfang.hub.cases.CaseText;
import org.menfang.hub.page.Visit;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.OperatorName;

/// What stands in the form of an incident, as it was typed.
///
/// @param from as a browser writes a local time, in the zone of the compound
/// @param alarm what it is made from, as in the link; empty for none
public record IncidentForm(
        String compound,
        String alarm,
        String category,
        String place,
        String from,
        String to,
        Set<String> gates,
        String policeCase,
        Set<String> people,
        String text,
        String why) {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    /// What led to an alarm is worth a look as well.
    private static final Duration BEFORE_ALARM = Duration.ofMinutes(15);

    private static final Duration AFTER_ALARM = Duration.ofHours(1);
    private static final Duration BEFORE_NOW = Duration.ofHours(1);

    public IncidentForm {
        gates = Set.copyOf(gates);
        people = Set.copyOf(people);
    }

    static IncidentForm typed(Visit visit) {
        return new IncidentForm(
                visit.field("compound"),
                visit.field("alarm"),
                visit.field("category"),
                visit.field("place"),
                visit.field("from"),
                visit.field("to"),
                new HashSet<>(visit.fields("gate")),
                visit.field("police"),
                new HashSet<>(visit.fields("person")),
                CaseText.lines(visit.field("text")),
                visit.field("why"));
    }

    static IncidentForm empty(String compound, Visit visit) {
        return new IncidentForm(
                compound,
                "",
                IncidentCategory.OTHER.name(),
                "",
                local(visit.now().minus(BEFORE_NOW), visit.zone()),
                local(visit.now(), visit.zone()),
                Set.of(),
                "",
                Set.of(visit.who().value()),
                "",
                "");
    }

    static IncidentForm of(IncidentChoices.Raised alarm, String link, Visit visit) {
        return new IncidentForm(
                alarm.ref().compound().value(),
                link,
                IncidentCategory.of(alarm.kind()).name(),
                alarm.place(),
                local(alarm.at().minus(BEFORE_ALARM), visit.zone()),
                local(end(alarm.at(), visit.now()), visit.zone()),
                Set.of(alarm.ref().gate().value()),
                "",
                Set.of(visit.who().value()),
                visit.text("alarm." + alarm.kind()),
                "");
    }

    private static Instant end(Instant alarm, Instant now) {
        Instant later = alarm.plus(AFTER_ALARM);
        return later.isBefore(now) ? later : now;
    }

    static IncidentForm of(Incident incident, ZoneId zone) {
        IncidentFacts facts = incident.facts();
        Set<String> gates = new HashSet<>();
        facts.gates().forEach(gate -> gates.add(gate.value()));
        Set<String> people = new HashSet<>();
        facts.people().forEach(person -> people.add(person.value()));
        return new IncidentForm(
                incident.compound().value(),
                "",
                facts.category().name(),
                facts.place(),
                local(facts.from(), zone),
                local(facts.to(), zone),
                gates,
                facts.policeCase(),
                people,
                facts.text(),
                "");
    }

    /// The same in a compound that nobody chose.
    IncidentForm in(String itsCompound) {
        return new IncidentForm(
                itsCompound,
                alarm,
                category,
                place,
                from,
                to,
                gates,
                policeCase,
                people,
                text,
                why);
    }

    private static String local(Instant at, ZoneId zone) {
        return LOCAL.format(at.atZone(zone));
    }

    /// The facts; empty where the form was not filled in with what it offers.
    ///
    /// @param knownGates of the compound
    /// @param knownPeople operators
    Optional<IncidentFacts> facts(
            List<String> knownGates, List<OperatorName> knownPeople, ZoneId zone) {
        Optional<Instant> begin = instant(from, zone);
        Optional<Instant> end = instant(to, zone);
        Optional<IncidentCategory> kind =
                Arrays.stream(IncidentCategory.values())
                        .filter(each -> each.name().equals(category))
                        .findFirst();
        if (begin.isEmpty() || end.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new IncidentFacts(
                        kind.get(),
                        place,
                        begin.get(),
                        end.get(),
                        knownGates.stream().filter(gates::contains).map(GateId::new).toList(),
                        policeCase,
                        knownPeople.stream()
                                .filter(person -> people.contains(person.value()))
                                .toList(),
                        text));
    }

    private static Optional<Instant> instant(String local, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(local).atZone(zone).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
