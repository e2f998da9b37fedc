package org.menfang.hub.app;

import java.time.Instant;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.menfang.hub.incident.Incident;
import org.menfang.hub.incident.IncidentBook;
import org.menfang.hub.keep.FileKind;
import org.menfang.hub.repair.Repair;
import org.menfang.hub.repair.RepairBook;
import org.menfang.vocabulary.Sha256;

/// The files of repairs and incidents that are open, or were closed not long ago.
record FilesHeld(Supplier<IncidentBook> incidents, RepairBook repairs)
        implements BiFunction<FileKind, Instant, Set<Sha256>> {
    @Override
    public Set<Sha256> apply(FileKind kind, Instant closedSince) {
        Stream<Sha256> held =
                switch (kind) {
                    case CASE_PICTURES ->
                            Stream.concat(
                                    incidents.get().closedSince(closedSince).stream()
                                            .flatMap(each -> each.pictures().stream())
                                            .map(Incident.Picture::digest),
                                    Stream.concat(
                                                    repairs.open().stream(),
                                                    repairs.closedSince(closedSince).stream())
                                            .flatMap(each -> each.pictures().stream())
                                            .map(Repair.Picture::digest));
                    case CASE_COPIES ->
                            incidents.get().closedSince(closedSince).stream()
                                    .flatMap(each -> each.copies().stream())
                                    .map(Incident.Copy::archive);
                    case ROUND_PICTURES -> Stream.empty();
                };
        return held.collect(Collectors.toUnmodifiableSet());
    }
}
