package org.menfang.gate.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.menfang.gate.hardware.HardwareProvider;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFiles;

/// What of this machine needs no lines.
class LinuxHardwareProviderTest {
    @Test
    void a_line_is_known_by_the_point_that_hangs_on_it() {
        Site site =
                assertInstanceOf(
                                SiteCheck.Good.class,
                                SiteFiles.check(Path.of("../../edge-config/sites/lane.yaml")))
                        .site();
        assertEquals("lane-gate.lock", LinuxHardwareProvider.nameOf(site, 17));
        assertEquals("line 53", LinuxHardwareProvider.nameOf(site, 53));
    }

    @Test
    void it_is_found_by_its_name() {
        List<String> names =
                ServiceLoader.load(HardwareProvider.class).stream()
                        .map(provider -> provider.get().name())
                        .toList();
        assertEquals(List.of("linux"), names);
    }
}
