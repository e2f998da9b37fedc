package org.menfang.gate.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.menfang.vocabulary.Sha256;

/// The pictures that a gate keeps, each in a file that is named after what its bytes hash to. Those
/// that the hub does not hold yet lie in the folder itself, the others in its folder `sent`. When
/// there is no room the oldest go first. Any thread may call it.
public final class PictureFolder {
    /// Room for pictures on a gate, unless it is told otherwise.
    public static final long PICTURE_BYTES_MAX = 256L * 1024 * 1024;

    /// How many pictures are kept at most, however small they are.
    public static final int PICTURES_MAX = 10_000;

    private static final String ENDING = ".jpg";
    private static final String UNFINISHED = "unfinished.tmp";
    private static final Pattern FILE = Pattern.compile("([0-9a-f]{64})\\.jpg");

    private final Path waiting;
    private final Path sent;
    private final long pictureBytesMax;
    private final Map<Sha256, Kept> kept = new LinkedHashMap<>();
    private long keptBytes;

    private PictureFolder(Path folder, long pictureBytesMax) {
        this.waiting = folder;
        this.sent = folder.resolve("sent");
        this.pictureBytesMax = pictureBytesMax;
    }

    /// Opens the folder, makes it if it is not there, and takes stock of what lies in it.
    ///
    /// @param pictureBytesMax how much all pictures together may take
    public static PictureFolder open(Path folder, long pictureBytesMax) throws IOException {
        PictureFolder pictures = new PictureFolder(folder, pictureBytesMax);
        Files.createDirectories(
                pictures.sent,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        pictures.takeStock();
        return pictures;
    }

    /// Keeps a picture that waits for the hub from now on. The same picture is kept once.
    ///
    /// @throws IOException if it cannot be written, or is larger than all the room there is
    public synchronized Sha256 store(byte[] jpeg) throws IOException {
        Sha256 digest = Sha256.of(jpeg);
        if (kept.containsKey(digest)) {
            return digest;
        }
        if (jpeg.length > pictureBytesMax) {
            throw new IOException("a picture of " + jpeg.length + " bytes is larger than the room");
        }
        makeRoom(jpeg.length);
        Path unfinished = waiting.resolve(UNFINISHED);
        Files.write(unfinished, jpeg);
        Files.move(unfinished, file(waiting, digest), StandardCopyOption.ATOMIC_MOVE);
        keep(digest, new Kept(jpeg.length, true));
        return digest;
    }

    /// The pictures that wait for the hub, oldest first.
    ///
    /// @param picturesMax how many to name at most
    public synchronized List<Sha256> waiting(int picturesMax) {
        return kept.entrySet().stream()
                .filter(picture -> picture.getValue().waits())
                .limit(picturesMax)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The bytes of a picture; empty if it is gone. A file whose bytes do not hash to its name any
    /// more is removed: a power cut tore it.
    public synchronized Optional<byte[]> read(Sha256 digest) throws IOException {
        Kept picture = kept.get(digest);
        if (picture == null) {
            return Optional.empty();
        }
        try {
            byte[] jpeg = Files.readAllBytes(file(picture.waits() ? waiting : sent, digest));
            if (Sha256.of(jpeg).equals(digest)) {
                return Optional.of(jpeg);
            }
        } catch (NoSuchFileException e) {
            // Somebody else removed it: then it is gone, as if it had been the oldest.
        }
        forget(digest, picture);
        return Optional.empty();
    }

    /// The hub holds a picture: it waits no longer.
    public synchronized void uploaded(Sha256 digest) throws IOException {
        Kept picture = kept.get(digest);
        if (picture != null && picture.waits()) {
            Files.move(file(waiting, digest), file(sent, digest), StandardCopyOption.ATOMIC_MOVE);
            kept.put(digest, new Kept(picture.sizeBytes(), false));
        }
    }

    private void takeStock() throws IOException {
        Files.deleteIfExists(waiting.resolve(UNFINISHED));
        record Found(Sha256 digest, Kept picture, FileTime time) {}
        try (Stream<Path> waitingFiles = Files.list(waiting);
                Stream<Path> sentFiles = Files.list(sent)) {
            List<Path> files =
                    Stream.concat(waitingFiles, sentFiles)
                            .filter(file -> FILE.matcher(name(file)).matches())
                            .toList();
            Stream.Builder<Found> found = Stream.builder();
            for (Path file : files) {
                Sha256 digest = new Sha256(name(file).substring(0, 64));
                Kept picture = new Kept(Files.size(file), waiting.equals(file.getParent()));
                found.add(new Found(digest, picture, Files.getLastModifiedTime(file)));
            }
            found.build()
                    .sorted(Comparator.comparing(Found::time))
                    .forEach(picture -> keep(picture.digest(), picture.picture()));
        }
        makeRoom(0);
    }

    private void makeRoom(long bytes) throws IOException {
        Iterator<Map.Entry<Sha256, Kept>> oldestFirst = kept.entrySet().iterator();
        while (oldestFirst.hasNext()
                && (keptBytes + bytes > pictureBytesMax || kept.size() >= PICTURES_MAX)) {
            Map.Entry<Sha256, Kept> oldest = oldestFirst.next();
            Kept picture = oldest.getValue();
            Files.deleteIfExists(file(picture.waits() ? waiting : sent, oldest.getKey()));
            keptBytes -= picture.sizeBytes();
            oldestFirst.remove();
        }
    }

    private void keep(Sha256 digest, Kept picture) {
        Kept before = kept.put(digest, picture);
        keptBytes += picture.sizeBytes() - (before == null ? 0 : before.sizeBytes());
    }

    private void forget(Sha256 digest, Kept picture) throws IOException {
        Files.deleteIfExists(file(picture.waits() ? waiting : sent, digest));
        kept.remove(digest);
        keptBytes -= picture.sizeBytes();
    }

    private static Path file(Path folder, Sha256 digest) {
        return folder.resolve(digest + ENDING);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private record Kept(long sizeBytes, boolean waits) {}
}
