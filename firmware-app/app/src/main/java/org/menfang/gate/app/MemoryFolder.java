package org.menfang.gate.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// Where a gate writes whose data folder cannot be written: a folder of its own on a disk that
/// lives in memory.
///
/// @param places where such folders may be made; the first that takes one is used
record MemoryFolder(List<Path> places) {
    private static final String FOR_THIS_USER_ALONE = "rwx------";

    MemoryFolder {
        places = List.copyOf(places);
    }

    static MemoryFolder ofThisMachine() {
        return new MemoryFolder(
                List.of(Path.of("/dev/shm"), Path.of(System.getProperty("java.io.tmpdir"))));
    }

    /// The folder that stands in for a data folder: the same at each start.
    Path standInFor(Path data) throws IOException {
        IOException first = new IOException("none of " + places + " can be written");
        for (Path place : places) {
            try {
                return own(place.resolve(nameFor(data)));
            } catch (IOException e) {
                first.addSuppressed(e);
            }
        }
        throw first;
    }

    /// Where such a folder may lie that a running gate has made. None is made here.
    List<Path> standInsOf(Path data) {
        return places.stream().map(place -> place.resolve(nameFor(data))).toList();
    }

    private static String nameFor(Path data) {
        return "menfang-" + System.getProperty("user.name") + "-" + number(data);
    }

    /// Everybody may write where this lies: a folder of somebody else is not used.
    private static Path own(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(FOR_THIS_USER_ALONE)));
        }
        PosixFileAttributes found =
                Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean ours =
                found.isDirectory()
                        && found.owner().getName().equals(System.getProperty("user.name"))
                        && PosixFilePermissions.toString(found.permissions())
                                .equals(FOR_THIS_USER_ALONE);
        if (!ours) {
            throw new IOException(folder + " belongs to somebody else");
        }
        return folder;
    }

    /// Gives back the memory.
    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static String number(Path data) {
        CRC32 sum = new CRC32();
        sum.update(data.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
