package org.menfang.hub.accounts;

import java.util.List;
import java.util.Optional;
import org.menfang.vocabulary.OperatorName;

/// Where second factors are kept. Each change is durable when it returns; any thread may call it.
public interface FactorStore {
    Optional<Factor.App> app(OperatorName name);

    /// Adds an app or puts it in the place of the one of its owner.
    void save(Factor.App app);

    void removeApp(OperatorName name);

    Optional<Factor.Passkey> passkey(String id);

    /// The passkeys of one person, the oldest first.
    List<Factor.Passkey> passkeys(OperatorName name);

    /// Adds a passkey or puts it in the place of the one with its id.
    void save(Factor.Passkey passkey);

    void removePasskey(String id);
}
