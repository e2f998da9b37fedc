package org.menfang.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The inputs that are kept for one reader, one on each line of a file beside the tests. Those that
/// once broke something stand there for good; the others are where the fuzzer begins.
final class Corpus {
    /// Longest input that is tried. Larger ones say nothing new, and take the time of many.
    static final int INPUT_BYTES_MAX = 8 * 1024;

    private Corpus() {}

    /// The name of the file, as a resource.
    static String fileOf(FuzzTarget target) {
        return "/fuzz/" + target.name() + ".txt";
    }

    static List<byte[]> of(FuzzTarget target) {
        return lines(target).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(InputText::read)
                .toList();
    }

    private static List<String> lines(FuzzTarget target) {
        try (InputStream in = Corpus.class.getResourceAsStream(fileOf(target))) {
            if (in == null) {
                throw new IllegalStateException("no inputs are kept: " + fileOf(target));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
