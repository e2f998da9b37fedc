package org.menfang.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Every source file of the house, found from the folder of this module upwards.
final class SourceTree {
    private final Path root;

    private SourceTree(Path root) {
        this.root = root;
    }

    /// The house that the test runs in.
    static SourceTree ofThisHouse() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("firmware-app"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("run the tests from within the checkout");
            }
        }
        return new SourceTree(folder);
    }

    Path root() {
        return root;
    }

    /// Main and test sources of every module, in the order of their names.
    List<Path> javaFiles() {
        return files().stream().filter(file -> file.toString().endsWith(".java")).toList();
    }

    /// Every file that is not made by a build.
    List<Path> files() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).filter(this::isOurs).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The file's name as a person writes it.
    String nameOf(Path file) {
        return root.relativize(file).toString();
    }

    /// The parsed sources.
    Iterable<? extends CompilationUnitTree> parse() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(javaFiles()));
            return task.parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOurs(Path file) {
        String name = nameOf(file);
        return !name.contains("/target/")
                && !name.startsWith("target/")
                && !name.startsWith(".git/")
                && !name.equals(".git")
                && !name.contains("/node_modules/");
    }
}
