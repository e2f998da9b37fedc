package org.menfang.gate.opencv;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.opencv.core.Core;

/// OpenCV's native library, in a place of ours.
///
/// The library's own loader unpacks it into a new folder at each start and removes that when the
/// program ends in peace: each `kill -9` would leave 60 MB. Here it lies in one place, is unpacked
/// there once, and is used again; or the package has it there already.
final class OpenCvLibrary {
    private static final String FILE = "lib" + Core.NATIVE_LIBRARY_NAME + ".so";

    private OpenCvLibrary() {}

    /// Loads the library, unpacking it into the folder if it is not there yet.
    ///
    /// @throws IOException if it is not there and cannot be unpacked, or does not suit this machine
    // Native code is what this class is for; the launcher allows it.
    @SuppressWarnings("restricted")
    static void load(Path folder) throws IOException {
        Path library = folder.resolve(FILE).toAbsolutePath();
        try {
            unpack(library);
            System.load(library.toString());
            // A still now and then is not worth a thread for each core of a small board.
            Core.setNumThreads(1);
        } catch (UnsatisfiedLinkError e) {
            throw new IOException("OpenCV does not run on this machine: " + e.getMessage(), e);
        }
    }

    /// A half-written library never lies under its name: it is put there by a move.
    private static void unpack(Path library) throws IOException {
        URL packed = OpenCvLibrary.class.getResource(resource());
        if (packed == null) {
            if (!Files.exists(library)) {
                throw new IOException("OpenCV is not packaged for this machine");
            }
            return;
        }
        if (Files.exists(library) && Files.size(library) == size(packed)) {
            return;
        }
        Files.createDirectories(library.resolveSibling("."));
        Path unfinished = library.resolveSibling(FILE + ".tmp");
        try (InputStream in = packed.openStream()) {
            Files.copy(in, unfinished, StandardCopyOption.REPLACE_EXISTING);
        }
        // Else a power cut could leave a file of the right size without its content.
        try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(unfinished, library, StandardCopyOption.ATOMIC_MOVE);
    }

    private static long size(URL packed) throws IOException {
        return packed.openConnection().getContentLengthLong();
    }

    private static String resource() {
        String folder =
                switch (System.getProperty("os.arch")) {
                    case "aarch64" -> "ARMv8";
                    case "arm" -> "ARMv7";
                    case String other -> other.equals("amd64") ? "x86_64" : other;
                };
        return "/nu/pattern/opencv/linux/" + folder + "/" + FILE;
    }
}
