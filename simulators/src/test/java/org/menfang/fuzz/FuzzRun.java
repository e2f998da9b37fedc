package org.menfang.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The fuzzer on several rooms.
final class FuzzRun {
    private final Path folder;
    private final int faultsMax;

    /// @param folder where each room gets a folder of its own
    /// @param faultsMax a room ends after so many: one fault often has many faces
    FuzzRun(Path folder, int faultsMax) {
        this.folder = folder;
        this.faultsMax = faultsMax;
    }

    /// All rooms at the same time, each for so long that each of its readers has its time.
    List<FuzzProcess.Outcome> sideBySide(List<Room> rooms, Duration perReader)
            throws IOException, InterruptedException {
        List<FuzzProcess> started = new ArrayList<>();
        try {
            for (Room room : rooms) {
                started.add(start(room, perReader.multipliedBy(room.targets().size())));
            }
            return finish(started);
        } finally {
            started.forEach(FuzzProcess::stop);
        }
    }

    /// As many rooms at the same time as there are processors.
    List<FuzzProcess.Outcome> inTurn(List<Room> rooms, Duration perRoom)
            throws IOException, InterruptedException {
        List<FuzzProcess.Outcome> outcomes = new ArrayList<>();
        int processors = Runtime.getRuntime().availableProcessors();
        for (int from = 0; from < rooms.size(); from += processors) {
            List<FuzzProcess> started = new ArrayList<>();
            try {
                for (Room room : rooms.subList(from, Math.min(rooms.size(), from + processors))) {
                    started.add(start(room, perRoom));
                }
                outcomes.addAll(finish(started));
            } finally {
                started.forEach(FuzzProcess::stop);
            }
        }
        return outcomes;
    }

    private FuzzProcess start(Room room, Duration time) throws IOException {
        Path own = folder.resolve(room.name().toLowerCase(Locale.ROOT));
        return FuzzProcess.start(room, own, time, faultsMax);
    }

    private static List<FuzzProcess.Outcome> finish(List<FuzzProcess> started)
            throws IOException, InterruptedException {
        List<FuzzProcess.Outcome> outcomes = new ArrayList<>();
        for (FuzzProcess process : started) {
            outcomes.add(process.finish());
        }
        return outcomes;
    }
}
