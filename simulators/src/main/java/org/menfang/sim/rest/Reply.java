package org.menfang.sim.rest;

import org.menfang.json.JsonTree;

/// What the REST face answers.
///
/// @param status an HTTP status
/// @param body JSON text
record Reply(int status, String body) {
    static final int OK = 200;
    static final int BAD = 400;
    static final int NOT_FOUND = 404;
    static final int WRONG_METHOD = 405;
    static final int CONFLICT = 409;
    static final int TOO_LARGE = 413;
    static final int WRONG_TYPE = 415;

    static Reply done(String what) {
        return new Reply(OK, JsonTree.object().put("done", what).build().toString());
    }

    static Reply refused(int status, String why) {
        return new Reply(status, JsonTree.object().put("error", why).build().toString());
    }
}
