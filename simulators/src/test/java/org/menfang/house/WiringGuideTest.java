package org.menfang.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.menfang.site.PinPlan;
import org.menfang.site.PointRole;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// The wiring guide is whole: its drawings are read by any browser, say what they are in both
/// languages and need nothing else, and no site file hangs a lock on a pin that the guide warns of.
final class WiringGuideTest {
    private static final Path DOCS = Path.of("../edge-config/docs");
    private static final Path SITES = Path.of("../edge-config/sites");
    private static final Pattern LINK = Pattern.compile("\\(drawings/([a-z-]+\\.svg)\\)");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{3}");
    private static final Pattern LEADS_OUT =
            Pattern.compile("href|src=|url\\(|@import|<script|<image|<foreignObject|<!ENTITY");
    private static final Pattern LOW_ROW =
            Pattern.compile("^\\| (9[^|]*) \\| (?:低 )?low \\|", Pattern.MULTILINE);
    private static final Pattern LOW_PIN =
            Pattern.compile("class=\"low\"[^>]*/>\\s*<text[^>]*>GPIO (\\d+)");

    @Test
    void every_drawing_says_in_both_languages_what_it_is() throws Exception {
        for (Path drawing : drawings()) {
            Element root = parsed(drawing).getDocumentElement();
            assertEquals("svg", root.getTagName(), drawing.toString());
            assertTrue(root.hasAttribute("viewBox"), drawing + " has no viewBox");
            Node title = root.getElementsByTagName("title").item(0);
            String[] languages = title.getTextContent().split(" / ", -1);
            assertEquals(2, languages.length, drawing + ": " + title.getTextContent());
            assertTrue(CHINESE.matcher(languages[0]).find(), drawing.toString());
            assertTrue(ENGLISH.matcher(languages[1]).find(), drawing.toString());
        }
    }

    @Test
    void no_drawing_leads_out() throws IOException {
        for (Path drawing : drawings()) {
            assertFalse(LEADS_OUT.matcher(Files.readString(drawing)).find(), drawing.toString());
        }
    }

    @Test
    void the_guide_links_every_drawing_in_both_languages_and_no_other() throws IOException {
        Set<String> there =
                drawings().stream()
                        .map(drawing -> drawing.getFileName().toString())
                        .collect(Collectors.toCollection(TreeSet::new));
        String[] halves = guide().split("\n## English\n", -1);
        for (String half : halves) {
            Set<String> linked =
                    LINK.matcher(half)
                            .results()
                            .map(link -> link.group(1))
                            .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(there, linked);
        }
        assertEquals(2, halves.length);
    }

    @Test
    void the_drawing_of_the_pins_shows_what_the_guide_lists() throws IOException {
        Set<Integer> drawn =
                LOW_PIN.matcher(Files.readString(DOCS.resolve("drawings/pins.svg")))
                        .results()
                        .map(pin -> Integer.valueOf(pin.group(1)))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(lowAtPowerOn(), drawn);
    }

    @Test
    void every_lock_of_a_site_file_hangs_on_a_pin_that_is_low_at_power_on() throws IOException {
        Set<Integer> low = lowAtPowerOn();
        for (Path file : files(SITES, ".yaml")) {
            for (PinPlan pin : locks(file)) {
                assertTrue(
                        pin.isOnBoard() && low.contains(pin.line()) && !pin.activeLow(),
                        file + ": " + pin.point());
            }
        }
    }

    private static List<PinPlan> locks(Path file) {
        return switch (SiteFiles.check(file)) {
            case SiteCheck.Good(Site site) ->
                    site.pins().stream()
                            .filter(pin -> pin.point().role() == PointRole.LOCK)
                            .toList();
            case SiteCheck.Bad bad -> throw new IllegalStateException(bad.toString());
        };
    }

    /// The first row of the table, which has to say the same in both languages.
    private static Set<Integer> lowAtPowerOn() throws IOException {
        List<String> rows =
                LOW_ROW.matcher(guide()).results().map(row -> row.group(1)).distinct().toList();
        assertEquals(1, rows.size(), rows.toString());
        Set<Integer> lines = new TreeSet<>();
        for (String range : rows.getFirst().split(", ", -1)) {
            Matcher ends = Pattern.compile("(\\d+)–(\\d+)").matcher(range);
            assertTrue(ends.matches(), range);
            IntStream.rangeClosed(Integer.parseInt(ends.group(1)), Integer.parseInt(ends.group(2)))
                    .forEach(lines::add);
        }
        return lines;
    }

    private static String guide() throws IOException {
        return Files.readString(DOCS.resolve("wiring.md"));
    }

    private static List<Path> drawings() throws IOException {
        return files(DOCS.resolve("drawings"), ".svg");
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static Document parsed(Path drawing) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(drawing.toFile());
    }
}
