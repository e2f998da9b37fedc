package org.menfang.hub.keep;

import java.io.IOException;

/// A sealed file cannot be opened: it is damaged, or the key is another one. The message says which
/// in words for a person.
public final class SealException extends IOException {
    private static final long serialVersionUID = 1;

    SealException(String why) {
        super(why);
    }
}
