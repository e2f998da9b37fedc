package org.menfang.hub.web;

import io.javalin.http.Context;
import java.util.Locale;
import org.menfang.hub.web.view.ProblemView;
import org.menfang.json.Json;
import org.menfang.vocabulary.CommandOutcome;

/// What can go wrong with a request. Each has a text that says what to do next.
enum Problem {
    MALFORMED(400),
    NOT_SIGNED_IN(401),
    FOREIGN_REQUEST(403),
    NO_SUCH_PAGE(404),
    NO_SUCH_THING(404),
    NO_PICTURE(404),
    NOT_ALLOWED_HERE(405),
    NO_STREAM_ASKED(406),
    REFUSED_BY_STATE(409),
    REFUSED_EXPIRED(409),
    NOT_EVERYWHERE(409),
    REFUSED_OTHERWISE(409),
    TOO_LARGE(413),
    INTERNAL(500),
    TOO_MANY_PAGES(503),
    GATE_AWAY(503),
    NO_ANSWER(504);

    static final String CONTENT_TYPE = "application/problem+json";

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    String titleKey() {
        return "problem." + name() + ".title";
    }

    String detailKey() {
        return "problem." + name() + ".detail";
    }

    void answer(Context ctx, Words words) {
        ctx.status(status).contentType(CONTENT_TYPE).result(Json.write(view(words)));
    }

    ProblemView view(Words words) {
        return new ProblemView(
                "urn:menfang:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'),
                words.text(Language.EN, titleKey()),
                status,
                words.text(Language.EN, detailKey()),
                name(),
                new ProblemView.Words(
                        words.text(Language.ZH, titleKey()), words.text(Language.ZH, detailKey())));
    }

    /// The one for an HTTP status that no handler of ours gave.
    static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> NO_SUCH_PAGE;
            case 405 -> NOT_ALLOWED_HERE;
            case 413 -> TOO_LARGE;
            default -> status < 500 ? MALFORMED : INTERNAL;
        };
    }

    /// The one for a command that was refused.
    ///
    /// @throws IllegalArgumentException if it was done
    static Problem ofOutcome(CommandOutcome outcome) {
        return switch (outcome) {
            case DONE -> throw new IllegalArgumentException("what is done is no problem");
            case REFUSED_EXPIRED -> REFUSED_EXPIRED;
            case REFUSED_UNKNOWN_TARGET -> NO_SUCH_THING;
            case REFUSED_BY_STATE -> REFUSED_BY_STATE;
            case REFUSED_REPEATED, REFUSED_FOREIGN, REFUSED_MALFORMED -> REFUSED_OTHERWISE;
        };
    }
}
