package org.menfang.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/// Who may import whom.
final class ClassRulesTest {
    private static final String OURS = "org.menfang";

    /// Every module, the modules that it may use, itself included.
    private static final Map<String, Set<String>> MAY_USE =
            Map.of(
                    "edge-config", Set.of("edge-config"),
                    "core", Set.of("core", "edge-config"),
                    "adapters", Set.of("adapters", "core", "edge-config"),
                    "app", Set.of("app", "adapters", "core", "edge-config"),
                    "hub", Set.of("hub", "edge-config"),
                    "simulators", Set.of("simulators", "hub", "adapters", "core", "edge-config"));

    /// What every package may use: the platform, but for its {@link #FOREIGN} functions,
    /// annotations, and the command line library in the programs.
    private static final List<String> FREE =
            List.of("java.", "javax.", "jdk.", "com.sun.", "org.jspecify.", "picocli.");

    /// Ways into native code, which are kept in one package as a library is.
    private static final String FOREIGN = "java.lang.foreign.";

    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(OURS);

    @Test
    void every_module_is_here() {
        Set<String> found = new TreeSet<>();
        classes.forEach(type -> found.add(moduleOf(type)));
        assertEquals(new TreeSet<>(MAY_USE.keySet()), found);
    }

    @Test
    void data_flows_one_way_between_the_modules() {
        List<String> found = new ArrayList<>();
        eachUse((from, to) -> {
            if (isOurs(to)
                    && !MAY_USE.getOrDefault(moduleOf(from), Set.of()).contains(moduleOf(to))) {
                found.add(from.getName() + " uses " + to.getName());
            }
        });
        assertEquals("", String.join("\n", found));
    }

    @Test
    void a_library_lives_in_exactly_one_package() {
        Map<String, Set<String>> users = new TreeMap<>();
        eachUse((from, to) -> {
            if (!isOurs(to) && !isFree(to)) {
                users.computeIfAbsent(libraryOf(to), library -> new TreeSet<>())
                        .add(packageOf(from));
            }
        });
        assertTrue(users.size() > 5, "the libraries were not found: " + users);
        List<String> found =
                users.entrySet().stream()
                        .filter(library -> library.getValue().size() > 1)
                        .map(library -> library.getKey() + " is used by " + library.getValue())
                        .toList();
        assertEquals("", String.join("\n", found));
    }

    private void eachUse(BiConsumer<JavaClass, JavaClass> visitor) {
        classes.stream()
                .filter(ClassRulesTest::isOurs)
                .forEach(from ->
                        from.getDirectDependenciesFromSelf().stream()
                                .map(use -> use.getTargetClass().getBaseComponentType())
                                .filter(to -> !to.isPrimitive())
                                .forEach(to -> visitor.accept(from, to)));
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(OURS);
    }

    /// Templates are compiled into a package below the one that they serve.
    private static String packageOf(JavaClass type) {
        return type.getPackageName().startsWith("org.menfang.hub.web.pages")
                ? "org.menfang.hub.web"
                : type.getPackageName();
    }

    private static boolean isFree(JavaClass type) {
        return !type.getName().startsWith(FOREIGN)
                && FREE.stream().anyMatch(type.getName()::startsWith);
    }

    /// The first three parts of a library's package name tell it apart.
    private static String libraryOf(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.", -1);
        return String.join(".", List.of(parts).subList(0, Math.min(3, parts.length)));
    }

    private static String moduleOf(JavaClass type) {
        String place = type.getSource().orElseThrow().getUri().toString();
        return MAY_USE.keySet().stream()
                .filter(module -> place.contains("/" + module + "/target/"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no module of ours: " + place));
    }
}
