package org.menfang.hub.notify;

/// Takes what people are to be told. It is kept durably before this returns, and sent later; any
/// thread may call it.
@FunctionalInterface
public interface Teller {
    void tell(Notice notice);
}
