package org.menfang.hub.print;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/// The font of this machine with which pages are printed.
///
/// It is not a part of the program: the good ones are 4 to 17 MB each, and every Linux distribution
/// has some. A PDF file holds only the letters that it shows. Fonts with PostScript outlines, such
/// as Noto CJK, cannot be cut down that way and are passed over.
///
/// @param file a TrueType font, or a collection of them
record ChineseFont(Path file) {
    /// What to install where there is none.
    static final String PACKAGE = "fonts-wqy-zenhei";

    private static final List<Path> FOLDERS =
            List.of(
                    Path.of("/usr/share/fonts"),
                    Path.of("/usr/local/share/fonts"),
                    Path.of("/usr/share/fonts-droid-fallback"));

    /// Well-known free fonts, the best first.
    private static final List<String> NAMES =
            List.of(
                    "wqy-microhei.ttc",
                    "wqy-zenhei.ttc",
                    "droidsansfallbackfull.ttf",
                    "droidsansfallback.ttf",
                    "uming.ttc",
                    "ukai.ttc");

    private static final int FOLDER_DEPTH_MAX = 6;
    private static final String LETTERS_NEEDED = "门房值班巡逻ABCabc0123456789";

    /// Looks among the fonts that are installed.
    static Optional<ChineseFont> ofMachine() {
        return FOLDERS.stream()
                .filter(Files::isDirectory)
                .flatMap(ChineseFont::fontsIn)
                .sorted(Comparator.comparingInt(ChineseFont::rank).thenComparing(Path::toString))
                .map(ChineseFont::new)
                .filter(ChineseFont::isGood)
                .findFirst();
    }

    private static Stream<Path> fontsIn(Path folder) {
        try (Stream<Path> files =
                Files.walk(folder, FOLDER_DEPTH_MAX, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> NAMES.contains(nameOf(file))).toList().stream();
        } catch (IOException e) {
            // A folder that cannot be read has no font for us; the caller says that none is found.
            return Stream.empty();
        }
    }

    private static int rank(Path file) {
        return NAMES.indexOf(nameOf(file));
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    private boolean isGood() {
        try (Loaded loaded = load()) {
            for (int i = 0; i < LETTERS_NEEDED.length(); i++) {
                if (loaded.font().getUnicodeCmapLookup().getGlyphId(LETTERS_NEEDED.charAt(i))
                        == 0) {
                    return false;
                }
            }
            return loaded.font().getGlyph() != null;
        } catch (IOException e) {
            // Damaged or not TrueType: another one is taken.
            return false;
        }
    }

    /// Reads the font.
    Loaded load() throws IOException {
        if (!nameOf(file).endsWith(".ttc")) {
            TrueTypeFont font =
                    new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()));
            return new Loaded(font, font::close);
        }
        TrueTypeCollection collection = new TrueTypeCollection(file.toFile());
        TrueTypeFont[] first = new TrueTypeFont[1];
        collection.processAllFonts(font -> {
            if (first[0] == null) {
                first[0] = font;
            }
        });
        if (first[0] == null) {
            collection.close();
            throw new IOException(file + " holds no font");
        }
        return new Loaded(first[0], collection::close);
    }

    /// A font that is open.
    record Loaded(TrueTypeFont font, Closing closing) implements AutoCloseable {
        interface Closing {
            void close() throws IOException;
        }

        @Override
        public void close() throws IOException {
            closing.close();
        }
    }
}
