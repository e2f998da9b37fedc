package org.menfang.hub.page;

import org.menfang.vocabulary.CommandOutcome;

/// What can go wrong with a request. Each has a text that says what to do next.
public enum Problem {
    MALFORMED(400),
    NOT_SIGNED_IN(401),
    FOREIGN_REQUEST(403),
    NOT_YOURS(403),
    /// A grave act, by somebody who has not proved lately who it is.
    PROVE_YOURSELF(403),
    NO_SUCH_PAGE(404),
    NO_SUCH_THING(404),
    NO_PICTURE(404),
    NOT_ALLOWED_HERE(405),
    NO_STREAM_ASKED(406),
    REFUSED_BY_STATE(409),
    /// It is written down and is done when a second person confirms it.
    WAITS_FOR_SECOND(409),
    /// It takes two, and cannot wait for the second person now.
    NOT_PROPOSED(409),
    REFUSED_EXPIRED(409),
    NOT_EVERYWHERE(409),
    REFUSED_OTHERWISE(409),
    TOO_LARGE(413),
    INTERNAL(500),
    TOO_MANY_PAGES(503),
    NO_FONT(503),
    GATE_AWAY(503),
    NO_ANSWER(504);

    public static final String CONTENT_TYPE = "application/problem+json";

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String titleKey() {
        return "problem." + name() + ".title";
    }

    public String detailKey() {
        return "problem." + name() + ".detail";
    }

    /// The one for an HTTP status that no handler of ours gave.
    public static Problem ofStatus(int status) {
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
    public static Problem ofOutcome(CommandOutcome outcome) {
        return switch (outcome) {
            case DONE -> throw new IllegalArgumentException("what is done is no problem");
            case REFUSED_EXPIRED -> REFUSED_EXPIRED;
            case REFUSED_UNKNOWN_TARGET -> NO_SUCH_THING;
            case REFUSED_BY_STATE -> REFUSED_BY_STATE;
            case REFUSED_REPEATED, REFUSED_FOREIGN, REFUSED_MALFORMED -> REFUSED_OTHERWISE;
        };
    }
}
