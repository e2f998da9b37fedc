package org.menfang.sim.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What the links of this process hold on to.
///
/// @param threads how many threads of links and of their library live
/// @param sockets how many sockets are open
/// @param files how many other files are open
record Footprint(int threads, int sockets, int files) {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    static Footprint take() throws IOException {
        List<String> open;
        try (Stream<Path> all = Files.list(DESCRIPTORS)) {
            open = all.map(Footprint::target).toList();
        }
        int sockets = (int) open.stream().filter(name -> name.startsWith("socket:")).count();
        int threads =
                (int)
                        Thread.getAllStackTraces().keySet().stream()
                                .map(Thread::getName)
                                .filter(name ->
                                        name.startsWith("MQTT ") || name.startsWith("mqtt-"))
                                .count();
        return new Footprint(threads, sockets, open.size() - sockets);
    }

    boolean isWithin(Footprint other) {
        return threads <= other.threads && sockets <= other.sockets && files <= other.files;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException e) {
            return "closed meanwhile";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
