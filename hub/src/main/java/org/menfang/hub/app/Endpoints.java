package org.menfang.hub.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.tls.PrivateFiles;
import org.menfang.vocabulary.Sha256;

/// Where a hub can be reached, written to `run/hub.json` in its data folder for other programs and
/// for its own command line. It stays there when the hub stops.
///
/// @param board address of the board in a browser
/// @param mqttPort port of the broker; that of the external one where there is one
/// @param authority fingerprint of the hub's certificate authority
/// @param processId which process wrote this
record Endpoints(
        String board,
        int boardPort,
        int mqttPort,
        int devicePort,
        Sha256 authority,
        long processId) {
    private static final String FILE = "hub.json";

    void write(Path folder) throws IOException {
        PrivateFiles.folder(folder);
        PrivateFiles.write(folder.resolve(FILE), Json.write(this));
    }

    /// Where the hub on a data folder can be reached.
    ///
    /// @param data the folder as the person named it
    /// @throws Refusal if no hub ever ran there
    static Endpoints ofHubOn(DataFolder folder, Path data) throws IOException, Refusal {
        return read(folder.run())
                .orElseThrow(() ->
                        new Refusal(
                                ExitStatus.UNAVAILABLE,
                                "no hub ever ran on " + data + "; start it first"));
    }

    /// Empty where no hub ever ran on this folder.
    static Optional<Endpoints> read(Path folder) throws IOException {
        try {
            byte[] text = Files.readAllBytes(folder.resolve(FILE));
            return switch (Json.parse(text, Endpoints.class)) {
                case Parsed.Read<Endpoints>(Endpoints endpoints) -> Optional.of(endpoints);
                case Parsed.Malformed<Endpoints>(String why) ->
                        throw new IOException(folder.resolve(FILE) + ": " + why);
            };
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
