package org.menfang.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// How a line of code lives here, as far as a machine can tell.
final class SourceRulesTest {
    private static final int FILE_LINES_MAX = 400;
    private static final int METHOD_LINES_MAX = 70;
    private static final Pattern EMPTY_NAME =
            Pattern.compile("(Manager|Helper|Helpers|Util|Utils|Impl)$|^Abstract|^I[A-Z][a-z]");
    private static final Pattern GETTER = Pattern.compile("get[A-Z].*");

    private final SourceTree house = SourceTree.ofThisHouse();

    @Test
    void no_source_file_is_longer_than_400_lines() {
        assertNone(filesWhere(file -> house.read(file).lines().count() > FILE_LINES_MAX));
    }

    @Test
    void no_method_is_longer_than_70_lines() {
        List<String> found = new ArrayList<>();
        scan(
                new TreeScanner<CompilationUnitTree, CompilationUnitTree>() {
                    @Override
                    public CompilationUnitTree visitMethod(
                            MethodTree method, CompilationUnitTree unit) {
                        long lines = linesOf(method);
                        if (lines > METHOD_LINES_MAX) {
                            found.add(
                                    nameOf(unit)
                                            + " "
                                            + method.getName()
                                            + ": "
                                            + lines
                                            + " lines");
                        }
                        return super.visitMethod(method, unit);
                    }
                });
        assertNone(found);
    }

    @Test
    void no_name_is_empty_of_meaning() {
        List<String> found = new ArrayList<>();
        scan(
                new TreeScanner<CompilationUnitTree, CompilationUnitTree>() {
                    @Override
                    public CompilationUnitTree visitClass(
                            ClassTree type, CompilationUnitTree unit) {
                        if (EMPTY_NAME.matcher(type.getSimpleName()).find()) {
                            found.add(nameOf(unit) + " " + type.getSimpleName());
                        }
                        return super.visitClass(type, unit);
                    }

                    @Override
                    public CompilationUnitTree visitMethod(
                            MethodTree method, CompilationUnitTree unit) {
                        if (GETTER.matcher(method.getName()).matches() && !overrides(method)) {
                            found.add(
                                    nameOf(unit)
                                            + " "
                                            + method.getName()
                                            + ": say what it is, without get");
                        }
                        return super.visitMethod(method, unit);
                    }
                });
        assertNone(found);
    }

    @Test
    void every_package_says_what_lives_there() {
        Set<Path> folders = new TreeSet<>();
        house.javaFiles().stream()
                .filter(file -> file.toString().contains("/src/main/java/org/"))
                .forEach(file -> folders.add(file.getParent()));
        List<String> found =
                folders.stream()
                        .filter(folder -> !saysWhatLivesThere(folder.resolve("package-info.java")))
                        .map(house::nameOf)
                        .toList();
        assertNone(found);
    }

    @Test
    void no_test_is_skipped_or_waits_for_time_to_pass() {
        Pattern banned =
                Pattern.compile(
                        "@Disabled|Assumptions|assumeTrue|assumeFalse|assumeThat|Thread"
                                + "\\.sleep"
                                + "|TimeUnit\\.\\w+\\.sleep|Mockito|@RepeatedIfExceptions");
        assertNone(
                filesWhere(file ->
                        file.toString().contains("/src/test/")
                                && banned.matcher(house.read(file)).find()
                                && !file.endsWith("SourceRulesTest.java")));
    }

    @Test
    void nothing_is_promised_in_a_comment() {
        Pattern banned = Pattern.compile("TO" + "DO|FIX" + "ME|X" + "XX|not implemented|@author");
        assertNone(
                filesWhere(file ->
                        banned.matcher(house.read(file)).find()
                                && !file.endsWith("SourceRulesTest.java")));
    }

    /// A repeated group of what is itself repeated can be split in many ways: a text of fifty
    /// letters that does not fit then takes longer than anybody waits.
    @Test
    void no_expression_repeats_what_repeats() {
        Pattern banned = Pattern.compile("\\([^()\"\\n]*[+*][^()\"\\n]{0,3}\\)[*+{]");
        assertTrue(banned.matcher("/(?:[A-Za-z0-9]+/?){0,12}").find());
        assertNone(
                filesWhere(file ->
                        file.toString().contains("/src/main/")
                                && Pattern.compile("\"[^\"\\n]*\"")
                                        .matcher(house.read(file))
                                        .results()
                                        .anyMatch(text -> banned.matcher(text.group()).find())));
    }

    private List<String> filesWhere(Predicate<Path> isWrong) {
        return house.javaFiles().stream().filter(isWrong).map(house::nameOf).toList();
    }

    private boolean saysWhatLivesThere(Path packageInfo) {
        return Files.exists(packageInfo)
                && house.read(packageInfo).startsWith("/// ")
                && house.read(packageInfo).contains("@NullMarked");
    }

    private static boolean overrides(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }

    private void scan(TreeScanner<CompilationUnitTree, CompilationUnitTree> scanner) {
        house.parse().forEach(unit -> scanner.scan(unit, unit));
    }

    private String nameOf(CompilationUnitTree unit) {
        return house.nameOf(Path.of(unit.getSourceFile().toUri()));
    }

    private static long linesOf(MethodTree method) {
        return method.getBody() == null ? 1 : method.getBody().toString().lines().count();
    }

    private static void assertNone(List<String> found) {
        assertEquals("", String.join("\n", found));
    }
}
