package org.menfang.hub.store;

import org.jdbi.v3.core.JdbiException;

/// The file is a database, but not one of ours.
final class IllegalDatabaseException extends JdbiException {
    private static final long serialVersionUID = 1L;

    IllegalDatabaseException(String message) {
        super(message);
    }
}
