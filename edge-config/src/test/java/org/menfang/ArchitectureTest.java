package org.menfang;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String[] WITHOUT_LIBRARIES = {
        "org.menfang.base45",
        "org.menfang.cbor",
        "org.menfang.cose",
        "org.menfang.pass",
        "org.menfang.rules",
        "org.menfang.site",
        "org.menfang.tag",
        "org.menfang.text",
        "org.menfang.vocabulary",
        "org.menfang.wire"
    };

    private static final Path SOURCES = Path.of("src/main/java");
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.menfang");

    @Test
    void what_core_uses_needs_no_library() {
        noClasses()
                .that()
                .resideInAnyPackage(WITHOUT_LIBRARIES)
                .should()
                .dependOnClassesThat(
                        not(resideInAnyPackage("java..", "javax.crypto..", "org.jspecify.."))
                                .and(not(resideInAnyPackage(WITHOUT_LIBRARIES))))
                .check(CLASSES);
    }

    @Test
    void a_library_is_known_to_one_package() {
        checkOwner("org.menfang.json", "tools.jackson..", "com.fasterxml..", "com.networknt..");
        checkOwner("org.menfang.json", "org.snakeyaml..");
        checkOwner("org.menfang.people", "de.siegmar..");
        checkOwner("org.menfang.mqtt..", "org.eclipse.paho..");
    }

    @Test
    void packages_do_not_go_round_in_circles() {
        slices().matching("org.menfang.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void every_package_says_what_lives_there() throws IOException {
        assertEquals(
                List.of(),
                folders().stream()
                        .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                        .toList());
    }

    @Test
    void no_file_is_longer_than_a_person_reads() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> lines(file) > 400)
                            .toList());
        }
    }

    private static void checkOwner(String owner, String... library) {
        noClasses()
                .that(not(resideInAPackage(owner)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .check(CLASSES);
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES.resolve("org/menfang"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
