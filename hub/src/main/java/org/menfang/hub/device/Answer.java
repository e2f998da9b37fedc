package org.menfang.hub.device;

import org.menfang.enrol.DeviceProblem;
import org.menfang.json.Json;

/// A status and a JSON text.
record Answer(int status, String json) {
    static Answer of(int status, Object body) {
        return new Answer(
                status, new String(Json.write(body), java.nio.charset.StandardCharsets.UTF_8));
    }

    static Answer problem(int status, String problem) {
        return of(status, new DeviceProblem(problem));
    }

    static Answer nothing(int status) {
        return new Answer(status, "");
    }
}
