package org.menfang.gate.app.doctor;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// Everything that was found at one moment.
///
/// @param gate compound and gate, `heping-nong/lane`
/// @param name what people call the gate
/// @param zone in which people read the time
/// @param running whether a gate said how it is
public record Report(
        String gate,
        String name,
        ZoneId zone,
        Instant time,
        boolean running,
        List<Finding> findings) {
    public Report {
        findings = List.copyOf(findings);
    }

    /// Whether somebody has something to do.
    public boolean asksForSomebody() {
        return findings.stream().anyMatch(finding -> finding.verdict().asksForSomebody());
    }

    long count(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }

    /// The report for programs. `docs/doctor.md` says what is in it.
    public Object forPrograms() {
        return new Document(
                1,
                gate,
                name,
                time,
                running,
                findings.stream()
                        .map(each ->
                                new Line(
                                        each.id(),
                                        each.verdict().name(),
                                        each.diagnosis().fileName(),
                                        each.title().plain(),
                                        each.value().plain(),
                                        each.diagnosis().advice()))
                        .toList());
    }

    private record Document(
            int doctor,
            String gate,
            String name,
            Instant time,
            boolean running,
            List<Line> findings) {}

    private record Line(
            String id, String verdict, String diagnosis, Words title, Words value, Words advice) {}
}
