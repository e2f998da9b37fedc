package org.menfang.gate.app;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.menfang.cose.Keyring;
import org.menfang.gate.hublink.RulesKeys;

/// The keys whose rules a gate accepts, read each time they are asked for, since a gate gets them
/// while it runs. Keys that cannot be read accept nothing.
///
/// @param folder of keys
record AcceptedKeys(Path folder) implements Supplier<Keyring> {
    private static final Logger LOG = System.getLogger(AcceptedKeys.class.getName());

    @Override
    public Keyring get() {
        try {
            return RulesKeys.read(folder);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "no signed rules are accepted: {0}", e.getMessage());
            return Keyring.of(List.of());
        }
    }
}
