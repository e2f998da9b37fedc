package org.menfang.site.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.menfang.json.Yaml;
import org.menfang.site.Site;

/// Where a gate gets its site from.
public final class SiteFiles {
    /// The name of the last good site file in a data folder.
    public static final String LAST_GOOD_NAME = LastGoodFile.NAME;

    private SiteFiles() {}

    /// Checks a site file and changes nothing.
    public static SiteCheck check(Path file) {
        return switch (FileBytes.read(file)) {
            case FileBytes.Bytes(byte[] bytes) -> SiteText.check(bytes);
            case FileBytes.Unreadable(String why) ->
                    new SiteCheck.Bad(List.of(unreadable(file, why)));
        };
    }

    /// The site that a gate starts with: the file's, or the last good one if the file is bad. A
    /// good file is kept for a worse day.
    ///
    /// @param dataFolder where the last good file is kept
    public static SiteLoad load(Path file, Path dataFolder) {
        LastGoodFile lastGood = new LastGoodFile(dataFolder);
        return switch (FileBytes.read(file)) {
            case FileBytes.Bytes(byte[] bytes) ->
                    switch (SiteText.check(bytes)) {
                        case SiteCheck.Good good ->
                                new SiteLoad.Fresh(good.site(), lastGood.keep(bytes));
                        case SiteCheck.Bad bad -> fallBack(lastGood, bad.faults());
                    };
            case FileBytes.Unreadable(String why) ->
                    fallBack(lastGood, List.of(unreadable(file, why)));
        };
    }

    /// The site that a gate of this folder last had; empty if it never had one.
    public static Optional<Site> lastGood(Path dataFolder) {
        return switch (check(new LastGoodFile(dataFolder).path())) {
            case SiteCheck.Good(Site site) -> Optional.of(site);
            case SiteCheck.Bad _ -> Optional.empty();
        };
    }

    private static SiteLoad fallBack(LastGoodFile lastGood, List<SiteFault> faults) {
        return switch (check(lastGood.path())) {
            case SiteCheck.Good good -> new SiteLoad.LastGood(good.site(), faults);
            case SiteCheck.Bad _ -> new SiteLoad.None(faults);
        };
    }

    private static SiteFault unreadable(Path file, String why) {
        return new SiteFault(
                0,
                0,
                FaultCode.FILE_UNREADABLE,
                List.of(String.valueOf(file.getFileName()), why),
                Optional.empty());
    }

    /// What is in a file, up to one byte more than a site file may have.
    private sealed interface FileBytes {
        @SuppressWarnings("ArrayRecordComponent") // It never leaves this class, nor is it compared.
        record Bytes(byte[] bytes) implements FileBytes {}

        record Unreadable(String why) implements FileBytes {}

        static FileBytes read(Path file) {
            try (InputStream in = Files.newInputStream(file)) {
                return new Bytes(in.readNBytes(Yaml.DOCUMENT_BYTES_MAX + 1));
            } catch (IOException e) {
                return new Unreadable(e.getClass().getSimpleName());
            }
        }
    }
}
