package org.menfang.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// Takes over what a run found worth keeping, as far as it leads somewhere that the kept inputs do
/// not.
final class Keeping {
    /// Most inputs that are kept for one reader.
    static final int INPUTS_MAX = 60;

    private final Path folder;

    /// @param folder of the run
    Keeping(Path folder) {
        this.folder = folder;
    }

    /// Writes the files of the readers of these rooms anew.
    ///
    /// @return how many inputs are new
    int keep(List<Room> rooms) throws IOException, InterruptedException {
        int kept = 0;
        for (Room room : rooms) {
            Path own = folder.resolve(room.name().toLowerCase(Locale.ROOT));
            List<byte[]> merged = FuzzProcess.merge(room, own);
            List<FuzzTarget> targets = room.targets();
            for (int i = 0; i < targets.size(); i++) {
                kept += keep(targets.get(i), i, merged);
            }
        }
        return kept;
    }

    private static int keep(FuzzTarget target, int index, List<byte[]> merged) throws IOException {
        Path file =
                Examples.house().resolve("simulators/src/test/resources" + Corpus.fileOf(target));
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        TreeSet<String> fresh = new TreeSet<>();
        for (byte[] whole : merged) {
            if (whole.length > 0 && Byte.toUnsignedInt(whole[0]) == index) {
                fresh.add(InputText.write(Arrays.copyOfRange(whole, 1, whole.length)));
            }
        }
        lines.forEach(fresh::remove);
        int room = Math.max(0, INPUTS_MAX - lines.size());
        fresh.stream().limit(room).forEach(lines::add);
        Files.write(file, lines);
        return Math.min(room, fresh.size());
    }
}
