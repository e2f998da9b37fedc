package org.menfang.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the packages contain, and that they are as Debian wants them.
@Timeout(300)
class PackageContentTest {
    /// Bytes 18 and 19 of an ELF file: the processor that it is made for.
    private static final Map<String, Integer> MACHINES = Map.of("amd64", 62, "arm64", 183);

    private static final int MACHINE_AT = 18;
    private static final double EXPOSURE_MAX = 2.0;
    private static final Set<String> FOLDERS_OF_THE_SYSTEM = Set.of("etc", "usr");

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "menfang-gate, amd64, 3",
        "menfang-gate, arm64, 3",
        "menfang-hub, amd64, 1",
        "menfang-hub, arm64, 1"
    })
    void only_native_code_of_one_processor_is_in_it(String name, String architecture, int expected)
            throws Exception {
        Path root = Deb.of(name, architecture).unpacked(folder.resolve("root"));
        List<Path> libraries = filesBelow(root, ".so");
        assertEquals(expected, libraries.size(), libraries::toString);
        for (Path library : libraries) {
            byte[] head;
            try (var in = Files.newInputStream(library)) {
                head = in.readNBytes(MACHINE_AT + 2);
            }
            assertEquals(
                    MACHINES.get(architecture), (int) head[MACHINE_AT] & 0xFF, library::toString);
        }
        for (Path jar : filesBelow(root, ".jar")) {
            List<String> foreign = foreignCode(jar, architecture);
            assertEquals(List.of(), foreign, jar::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "menfang-gate, amd64",
        "menfang-gate, arm64",
        "menfang-hub, amd64",
        "menfang-hub, arm64"
    })
    void files_belong_to_root_and_lie_where_debian_has_them(String name, String architecture)
            throws Exception {
        List<String> found = new ArrayList<>();
        Map<String, Deb.Entry> entries = Deb.of(name, architecture).entries();
        entries.forEach((path, entry) -> {
            boolean program =
                    path.startsWith("/usr/bin/")
                            || path.startsWith("/usr/sbin/")
                            || path.endsWith("/start")
                            || path.endsWith("/prepare");
            String mode = entry.isFolder() ? "drwxr-xr-x" : program ? "-rwxr-xr-x" : "-rw-r--r--";
            if (!entry.owner().equals("root/root")
                    || !(entry.isFolder() || entry.mode().equals(mode))) {
                found.add(path + " " + entry.mode() + " " + entry.owner());
            }
            if (path.length() > 1 && !FOLDERS_OF_THE_SYSTEM.contains(path.split("/", 3)[1])) {
                found.add(path + " lies where no package puts anything");
            }
            if (!entry.time().equals("2026-11-22 00:00")) {
                found.add(path + " has a time of its own: " + entry.time());
            }
        });
        assertEquals("", String.join("\n", found));
        assertTrue(entries.containsKey("/usr/share/doc/" + name + "/copyright"));
        assertTrue(entries.containsKey("/usr/share/doc/" + name + "/changelog.gz"));
        assertTrue(entries.containsKey("/usr/share/man/man1/" + name + ".1.gz"));
        assertTrue(entries.containsKey("/usr/lib/systemd/system/" + name + ".service"));
    }

    @ParameterizedTest
    @CsvSource({"menfang-gate, amd64", "menfang-hub, arm64"})
    void what_the_package_manager_is_told_is_whole(String name, String architecture)
            throws Exception {
        Deb deb = Deb.of(name, architecture);
        Path root = deb.unpacked(folder.resolve("root"));
        assertEquals(name, deb.field("Package"));
        assertEquals(architecture, deb.field("Architecture"));
        assertTrue(deb.field("Version").matches("\\d[0-9A-Za-z.+~]*"), deb.field("Version"));
        assertTrue(
                deb.field("Depends").startsWith("openjdk-25-jre-headless | "),
                deb.field("Depends"));
        assertTrue(Long.parseLong(deb.field("Installed-Size")) > 10_000);
        for (String script : List.of("postinst", "prerm", "postrm", "preinst")) {
            Path file = root.resolve("DEBIAN").resolve(script);
            assertTrue(Files.isExecutable(file), script);
            assertTrue(Files.readString(file).contains("set -e"), script);
            Deb.said("sh", "-n", file.toString());
        }
        Set<String> settings = new HashSet<>(Files.readAllLines(root.resolve("DEBIAN/conffiles")));
        Set<String> below = new HashSet<>();
        for (Path file : filesBelow(root.resolve("etc"), "")) {
            below.add("/" + root.relativize(file));
        }
        assertEquals(below, settings, "every file below /etc is the administrator's");
        Deb.said("sh", "-c", "cd " + root + " && md5sum --check --quiet DEBIAN/md5sums");
    }

    @Test
    void a_package_that_is_put_together_again_is_the_same_to_the_byte() throws Exception {
        Path first = Deb.of("menfang-gate", "arm64").file();
        Path again = Deb.in(Path.of("target/again"), "menfang-gate", "arm64").file();
        assertEquals(-1, Files.mismatch(first, again));
    }

    @ParameterizedTest
    @CsvSource({"menfang-gate", "menfang-hub"})
    void services_are_exposed_to_little(String name) throws Exception {
        Path root = Deb.of(name, "amd64").unpacked(folder.resolve("root"));
        Path unit = root.resolve("usr/lib/systemd/system").resolve(name + ".service");
        String said =
                Deb.said(
                        "systemd-analyze",
                        "security",
                        "--offline=true",
                        "--no-pager",
                        unit.toString());
        Matcher exposure = Pattern.compile("exposure level for \\S+: ([0-9.]+)").matcher(said);
        assertTrue(exposure.find(), said);
        assertTrue(Double.parseDouble(exposure.group(1)) <= EXPOSURE_MAX, exposure.group());
    }

    @Test
    void each_command_of_the_gate_has_a_manual_page_without_faults() throws Exception {
        Path root = Deb.of("menfang-gate", "amd64").unpacked(folder.resolve("root"));
        List<Path> pages = filesBelow(root.resolve("usr/share/man"), ".gz");
        assertTrue(pages.size() > 5, pages::toString);
        for (Path page : pages) {
            String warnings =
                    Deb.said(
                            "sh",
                            "-c",
                            "LC_ALL=C.UTF-8 MANROFFSEQ= man --warnings -E UTF-8 -l -Tutf8 "
                                    + page
                                    + " 2>&1 >/dev/null");
            assertEquals("", warnings, page::toString);
        }
    }

    @Test
    void there_is_no_package_for_processors_of_32_bits() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            assertFalse(files.anyMatch(file -> file.toString().endsWith("_armhf.deb")));
        }
    }

    private static List<String> foreignCode(Path jar, String architecture) throws IOException {
        String here = architecture.equals("amd64") ? "x86_64" : "aarch_64";
        try (ZipFile file = new ZipFile(jar.toFile())) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.matches(".*\\.(so|dll|dylib|jnilib)"))
                    .filter(name -> !name.contains("epoll_" + here))
                    .toList();
        }
    }

    private static List<Path> filesBelow(Path root, String end) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(end))
                    .sorted()
                    .toList();
        }
    }
}
