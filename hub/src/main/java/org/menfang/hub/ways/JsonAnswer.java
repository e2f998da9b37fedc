package org.menfang.hub.ways;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.notify.Failure;
import org.menfang.hub.notify.Sent;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;
import org.menfang.json.Parsed;

/// Reads the answers of servers that say in JSON what became of a message.
final class JsonAnswer {
    private static final int TOO_MANY = 429;
    private static final int PAUSE_DIGITS_MAX = 5;

    private JsonAnswer() {}

    /// What the numbers of one kind of server mean.
    interface Codes {
        /// @return none for a code that is not known
        @Nullable Failure failure(long code);

        /// How long to leave a server alone after a code; none where it does not say.
        @Nullable Duration pause(long code);
    }

    /// The answer of a robot, which says in a field of its own whether it took the message. Only a
    /// zero there is a success: a status 200 alone says nothing.
    static Sent ofRobot(WebPost.Answer answer, String field, Codes codes) {
        return switch (answer) {
            case WebPost.Answer.None(Sent.Failed why) -> why;
            case WebPost.Answer.Given given -> {
                OptionalLong code = number(given.body(), field);
                if (code.isEmpty()) {
                    yield ofStatus(given, Failure.STRANGE_ANSWER);
                }
                yield code.getAsLong() == 0
                        ? ofStatus(given, null)
                        : refused(given, field, code.getAsLong(), codes);
            }
        };
    }

    private static Sent refused(WebPost.Answer.Given given, String field, long code, Codes codes) {
        Failure known = codes.failure(code);
        Duration pause = codes.pause(code);
        return new Sent.Failed(
                known == null ? Failure.REFUSED : known,
                field + " " + code,
                pause == null ? pause(given.headers()) : pause);
    }

    /// What a status alone says.
    ///
    /// @param otherwise what a good status means here; none for a success
    static Sent ofStatus(WebPost.Answer.Given given, @Nullable Failure otherwise) {
        int status = given.status();
        String detail = "status " + status;
        if (status >= 200 && status < 300) {
            return otherwise == null ? new Sent.Delivered() : Sent.failed(otherwise, detail);
        }
        Failure failure =
                switch (status) {
                    case 400, 413, 422 -> Failure.MALFORMED;
                    case 401, 403 -> Failure.WRONG_SECRET;
                    case 404, 410 -> Failure.UNKNOWN_ADDRESS;
                    case TOO_MANY -> Failure.THROTTLED;
                    default -> status >= 500 ? Failure.SERVER_FAILED : Failure.REFUSED;
                };
        return new Sent.Failed(failure, detail, pause(given.headers()));
    }

    /// A whole number in an object; empty if there is none.
    static OptionalLong number(byte[] body, String field) {
        return switch (Json.parse(body).then(tree -> tree.field(field, Long.class))) {
            case Parsed.Read<Long>(Long value) -> OptionalLong.of(value);
            case Parsed.Malformed<Long> _ -> OptionalLong.empty();
        };
    }

    /// The fields of an object, or none.
    static @Nullable JsonTree object(byte[] body) {
        return switch (Json.parse(body)) {
            case Parsed.Read<JsonTree>(JsonTree tree) -> tree;
            case Parsed.Malformed<JsonTree> _ -> null;
        };
    }

    private static @Nullable Duration pause(HttpHeaders headers) {
        String seconds = headers.firstValue("Retry-After").orElse("");
        return seconds.matches("[0-9]{1," + PAUSE_DIGITS_MAX + "}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : null;
    }
}
