package org.menfang.hub.web;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The page of ours to which somebody is led back.
final class Back {
    private static final String BOARD = "/";
    private static final int CHARS_MAX = 200;

    private Back() {}

    /// The page from which a form was sent, fit for the address of another page.
    static String encoded(Context ctx) {
        String from = ctx.header("Referer");
        return URLEncoder.encode(from == null ? BOARD : pathOf(from), StandardCharsets.UTF_8);
    }

    private static String pathOf(String address) {
        try {
            // Only the path: whatever stands before it, it leads to this server.
            return safe(URI.create(address).getRawPath());
        } catch (IllegalArgumentException e) {
            return BOARD;
        }
    }

    /// The same path if it can only lead to a page of ours; the board if not.
    static String safe(@Nullable String path) {
        return path != null
                        && path.length() <= CHARS_MAX
                        && path.matches("/(?!/)[A-Za-z0-9/._~%-]*")
                ? path
                : BOARD;
    }
}
