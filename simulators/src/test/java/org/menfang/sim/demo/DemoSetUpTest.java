package org.menfang.sim.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.rules.RulesShelf;

/// A demo that is started again in a folder.
final class DemoSetUpTest {
    private static final Path SITE = Path.of("../edge-config/sites/clinic.yaml");

    @TempDir Path folder;

    @Test
    void rules_that_were_changed_on_the_pages_stay() throws IOException, DemoFailure {
        DemoSetUp first = write();
        assertFalse(first.rulesAreChangedOnPages());
        RulesShelf shelf = RulesShelf.open(first.folder().hub().resolve("rules"));

        shelf.put(first.site().compound(), 1, new byte[] {1});
        assertFalse(write().rulesAreChangedOnPages());

        shelf.put(first.site().compound(), 9, new byte[] {1});
        byte[] before = Files.readAllBytes(first.folder().rules());
        assertTrue(write().rulesAreChangedOnPages());
        assertArrayEquals(before, Files.readAllBytes(first.folder().rules()));
    }

    private DemoSetUp write() throws IOException, DemoFailure {
        return DemoSetUp.write(DemoFolder.make(folder), Ports.free(), SITE, 1);
    }
}
