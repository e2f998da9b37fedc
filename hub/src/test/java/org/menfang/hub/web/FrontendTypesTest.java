package org.menfang.hub.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The bundler drops types without looking at them; this looks at them. The Node that runs the
/// checker comes with the driver of the browser tests.
class FrontendTypesTest {
    @Test
    @Timeout(300)
    void the_script_of_the_board_has_no_type_fault() throws IOException, InterruptedException {
        Path node =
                Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                        .driverDir()
                        .resolve("node");
        Process check =
                new ProcessBuilder(
                                node.toString(),
                                "target/frontend/typescript/tsc.js",
                                "--project",
                                "src/main/frontend/tsconfig.json")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, check.waitFor(), said);
        assertEquals("", said);
    }
}
