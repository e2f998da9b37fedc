package org.menfang.hub.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.AlarmRef;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.cases.CaseText;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.Sha256;

/// What may be written about an incident.
final class IncidentRules {
    private IncidentRules() {}

    static Verdict open(
            Incidents known,
            CompoundId compound,
            IncidentFacts facts,
            @Nullable AlarmRef alarm,
            Instant now) {
        Optional<String> fault = facts.fault(now);
        if (fault.isPresent()) {
            return Verdict.refuse(fault.get());
        }
        return known.openCount() >= IncidentBook.OPEN_INCIDENTS_MAX
                ? Verdict.refuse("refused.cases.too-many-incidents")
                : Verdict.write(
                        new IncidentEntry.Opened(known.nextNumber(), compound, facts, alarm));
    }

    static Verdict amend(Incident incident, IncidentFacts facts, String why, Instant now) {
        Optional<String> fault =
                facts.fault(now)
                        .or(() -> CaseText.fault(why, IncidentFacts.PLACE_CHARS_MAX))
                        .or(() -> faultOfWork(incident));
        if (fault.isPresent()) {
            return Verdict.refuse(fault.get());
        }
        return facts.equals(incident.facts())
                ? Verdict.refuse("refused.cases.nothing-changed")
                : Verdict.write(new IncidentEntry.Amended(incident.number(), facts, why));
    }

    static Verdict note(Incident incident, String text) {
        return CaseText.faultOfLines(text, IncidentFacts.TEXT_CHARS_MAX)
                .or(() -> faultOfWork(incident))
                .map(Verdict::refuse)
                .orElseGet(() -> Verdict.write(new IncidentEntry.Noted(incident.number(), text)));
    }

    private static Optional<String> faultOfWork(Incident incident) {
        if (!incident.open()) {
            return Optional.of("refused.cases.incident-closed");
        }
        return incident.versions().size() + incident.notes().size() >= IncidentBook.CHANGES_MAX
                ? Optional.of("refused.cases.too-many-changes")
                : Optional.empty();
    }

    static Verdict close(Incident incident, String note) {
        return CaseText.fault(note, IncidentFacts.PLACE_CHARS_MAX)
                .or(() ->
                        incident.open()
                                ? Optional.empty()
                                : Optional.of("refused.cases.incident-closed"))
                .map(Verdict::refuse)
                .orElseGet(() -> Verdict.write(new IncidentEntry.Closed(incident.number(), note)));
    }

    static Verdict reopen(Incident incident, String why) {
        if (incident.open()) {
            return Verdict.write();
        }
        return CaseText.fault(why, IncidentFacts.PLACE_CHARS_MAX)
                .map(Verdict::refuse)
                .orElseGet(() -> Verdict.write(new IncidentEntry.Reopened(incident.number(), why)));
    }

    static Verdict picture(Incident incident, Sha256 digest, IncidentEntry picture) {
        if (!incident.open()) {
            return Verdict.refuse("refused.cases.incident-closed");
        }
        if (incident.pictures().stream().anyMatch(each -> each.digest().equals(digest))) {
            return Verdict.write();
        }
        return incident.pictures().size() >= IncidentBook.PICTURES_MAX
                ? Verdict.refuse("refused.cases.too-many-pictures")
                : Verdict.write(picture);
    }

    /// Written down once a person and day.
    static Verdict look(Optional<Instant> last, Instant now, ZoneId zone, IncidentEntry look) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        boolean known = last.filter(at -> LocalDate.ofInstant(at, zone).equals(today)).isPresent();
        return known ? Verdict.write() : Verdict.write(look);
    }
}
