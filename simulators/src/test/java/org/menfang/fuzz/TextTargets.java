package org.menfang.fuzz;

import static org.menfang.fuzz.FuzzTarget.hold;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.menfang.people.PeopleCheck;
import org.menfang.people.PeopleFault;
import org.menfang.people.PeopleFiles;
import org.menfang.site.Site;
import org.menfang.site.file.SiteCheck;
import org.menfang.site.file.SiteFault;
import org.menfang.site.file.SiteFiles;

/// Files that people write: each fault in them is told in two languages.
final class TextTargets {
    private static final Hidden CONFIG =
            Hidden.method("org.menfang.hub.app.ConfigFile", "check", byte[].class);
    private static final Hidden PICTURES =
            Hidden.constructor("org.menfang.gate.ffmpeg.PpmReader", java.io.InputStream.class);
    private static final Hidden NEXT_PICTURE =
            Hidden.method("org.menfang.gate.ffmpeg.PpmReader", "next");

    private static final int FRAMES = 4;

    private TextTargets() {}

    static List<FuzzTarget> all() {
        Path folder = Examples.folder("text");
        return List.of(
                new FuzzTarget("site", input -> site(folder.resolve("site.yaml"), input)),
                new FuzzTarget("hub-config", CONFIG::on),
                new FuzzTarget("people", TextTargets::people),
                new FuzzTarget("frames", TextTargets::frames),
                new FuzzTarget("rules-file", input -> RuleTargets.file(folder, input)));
    }

    private static void site(Path file, byte[] input) throws Exception {
        Files.write(file, input);
        switch (SiteFiles.check(file)) {
            case SiteCheck.Good(Site site) -> hold(!site.doors().isEmpty(), "a site without doors");
            case SiteCheck.Bad(List<SiteFault> faults) -> {
                hold(!faults.isEmpty(), "neither good nor bad");
                faults.forEach(fault -> {
                    fault.message(Locale.CHINESE);
                    fault.message(Locale.ENGLISH);
                });
            }
        }
    }

    private static void people(byte[] input) {
        if (PeopleFiles.check(input) instanceof PeopleCheck.Bad(List<PeopleFault> faults)) {
            hold(!faults.isEmpty(), "neither good nor bad");
            faults.forEach(fault -> {
                fault.message(Locale.CHINESE);
                fault.message(Locale.ENGLISH);
            });
        }
    }

    private static void frames(byte[] input) throws Exception {
        Object reader = PICTURES.on((Object) new ByteArrayInputStream(input));
        for (int i = 0; reader != null && i < FRAMES; i++) {
            if (!Boolean.TRUE.equals(NEXT_PICTURE.of(reader))) {
                return;
            }
        }
    }
}
