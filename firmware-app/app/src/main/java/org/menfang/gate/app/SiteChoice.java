package org.menfang.gate.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.menfang.gate.Input;
import org.menfang.site.Site;
import org.menfang.site.file.SiteFault;
import org.menfang.site.file.SiteFiles;
import org.menfang.site.file.SiteLoad;

/// The site that a gate runs with.
///
/// @param rejection what to tell the controller where the file is bad and the last good one stands
///   in for it
record SiteChoice(Site site, Optional<Input> rejection) {
    /// Loads the site file, or the last good one; every fault is told.
    ///
    /// @throws Refusal if there is neither
    static SiteChoice load(Path file, DataFolder data, Language language, Consumer<String> told)
            throws Refusal {
        return switch (SiteFiles.load(file, data.path())) {
            case SiteLoad.Fresh(Site site, Optional<String> notKept) -> {
                notKept.ifPresent(
                        why -> told.accept("no copy of " + file + " could be kept: " + why));
                yield new SiteChoice(site, Optional.empty());
            }
            case SiteLoad.LastGood(Site site, List<SiteFault> faults) -> {
                tell(file, faults, language, told);
                told.accept("the gate runs with the last good site file");
                String first =
                        faults.getFirst()
                                .describe(String.valueOf(file.getFileName()), language.locale());
                yield new SiteChoice(site, Optional.of(new Input.SiteFileRejected(first)));
            }
            case SiteLoad.None(List<SiteFault> faults) -> {
                tell(file, faults, language, told);
                throw new Refusal(
                        ExitStatus.BAD_FILE,
                        "the site file is bad, and there is no good one from before");
            }
        };
    }

    private static void tell(
            Path file, List<SiteFault> faults, Language language, Consumer<String> told) {
        faults.forEach(fault -> told.accept(fault.describe(file.toString(), language.locale())));
    }
}
