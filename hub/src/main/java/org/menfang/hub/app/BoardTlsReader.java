package org.menfang.hub.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.menfang.hub.app.HubConfig.Listen;
import org.menfang.hub.trust.PageFiles;
import org.menfang.json.Located;

/// Reads how the pages are encrypted, and finds what would leave them open or unbelieved.
///
/// @param faults takes what is found
record BoardTlsReader(List<ConfigFault> faults) {
    BoardTls read(Located.Mapping root) {
        Optional<Located> board = ConfigFile.find(root, "board");
        Optional<Located> tls = board.flatMap(section -> ConfigFile.find(section, "tls"));
        BoardTls read = tls.map(this::tls).orElseGet(BoardTls.None::new);
        board.flatMap(section -> ConfigFile.find(section, "address"))
                .filter(address -> !new Listen(ConfigFile.textOf(address), 0).isLoopback())
                .ifPresent(address -> checkBeyondLoopback(root, address, read));
        return read;
    }

    private BoardTls tls(Located tls) {
        return switch (ConfigFile.textOf(tls, "kind")) {
            case "own" -> new BoardTls.Own();
            case "files" -> given(tls);
            default -> new BoardTls.None();
        };
    }

    private BoardTls given(Located tls) {
        Optional<Located> certificate = ConfigFile.find(tls, "certificate");
        Optional<Located> key = ConfigFile.find(tls, "key");
        if (certificate.isEmpty() || key.isEmpty()) {
            faults.add(ConfigFault.at(tls.place(), "tls-without-files"));
        }
        return new BoardTls.Given(
                new PageFiles(
                        Path.of(certificate.map(ConfigFile::textOf).orElse("")),
                        Path.of(key.map(ConfigFile::textOf).orElse(""))));
    }

    private void checkBeyondLoopback(Located.Mapping root, Located address, BoardTls tls) {
        switch (tls) {
            case BoardTls.None() ->
                    faults.add(
                            ConfigFault.at(
                                    address.place(),
                                    "plain-beyond-loopback",
                                    ConfigFile.textOf(address)));
            case BoardTls.Own() -> {
                boolean named =
                        ConfigFile.find(root, "names")
                                .map(ConfigFile::texts)
                                .orElse(List.of())
                                .stream()
                                .anyMatch(name -> !new Listen(name, 0).isLoopback());
                if (!named) {
                    faults.add(ConfigFault.at(address.place(), "tls-without-name"));
                }
            }
            case BoardTls.Given _ -> {
                // Its names are the administrator's.
            }
        }
    }
}
