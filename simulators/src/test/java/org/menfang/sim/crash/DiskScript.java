package org.menfang.sim.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.menfang.gate.os.LogKey;

/// A program that does to a folder what its arguments say, one after the other.
final class DiskScript {
    private DiskScript() {}

    /// @param arguments the folder, and then acts such as `put a text`, `sync a`, `rename a b`
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            act(folder, arguments[i].split(" ", -1));
        }
    }

    private static void act(Path folder, String[] words) throws IOException {
        switch (words[0]) {
            case "put" -> put(folder.resolve(words[1]), words[2]);
            case "add" ->
                    Files.writeString(
                            folder.resolve(words[1]),
                            words[2],
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
            case "shorten" -> {
                try (FileChannel channel =
                        FileChannel.open(folder.resolve(words[1]), StandardOpenOption.WRITE)) {
                    channel.truncate(Long.parseLong(words[2]));
                }
            }
            case "sync" -> {
                try (FileChannel channel =
                        FileChannel.open(
                                folder.resolve(words[1]).normalize(), StandardOpenOption.READ)) {
                    channel.force(true);
                }
            }
            case "rename" ->
                    Files.move(
                            folder.resolve(words[1]),
                            folder.resolve(words[2]),
                            StandardCopyOption.ATOMIC_MOVE,
                            StandardCopyOption.REPLACE_EXISTING);
            case "remove" -> Files.delete(folder.resolve(words[1]));
            case "copy" -> Files.copy(folder.resolve(words[1]), folder.resolve(words[2]));
            case "log-key" -> LogKey.load(folder.resolve(words[1]));
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    /// Writes over what is there, from its beginning.
    private static void put(Path file, String text) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
