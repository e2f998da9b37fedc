package org.menfang.hub.app;

import java.util.Set;
import org.menfang.vocabulary.Sha256;

/// Which pictures have to stay, however old they are.
@FunctionalInterface
interface KeptPictures {
    Set<Sha256> kept();
}
