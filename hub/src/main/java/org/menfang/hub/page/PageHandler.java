package org.menfang.hub.page;

/// Answers the visits of one address.
@FunctionalInterface
public interface PageHandler {
    Reply answer(Visit visit);
}
