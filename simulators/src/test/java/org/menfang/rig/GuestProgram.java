package org.menfang.rig;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// The program that runs in the guest: all tests of one class.
final class GuestProgram implements TestExecutionListener {
    private final Path results;

    private GuestProgram(Path results) {
        this.results = results;
    }

    /// @param arguments the class, and the file that tells what became of its tests
    public static void main(String[] arguments) {
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(arguments[0]))
                        .configurationParameter(
                                "junit.jupiter.displayname.generator.default",
                                "org.junit.jupiter.api.DisplayNameGenerator$ReplaceUnderscores")
                        .build();
        LauncherFactory.create().execute(request, new GuestProgram(Path.of(arguments[1])));
        // A thread that a failed test left behind does not keep the guest running.
        Runtime.getRuntime().halt(0);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Throwable fault = result.getThrowable().orElse(null);
        if (test.isTest() || fault != null) {
            write(new GuestResult(test.getDisplayName(), fault == null ? null : trace(fault)));
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, @Nullable String reason) {
        write(new GuestResult(test.getDisplayName(), "not run: " + reason));
    }

    private static String trace(Throwable fault) {
        StringWriter text = new StringWriter();
        fault.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private void write(GuestResult result) {
        try {
            Files.writeString(
                    results,
                    result.line(),
                    UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
