package org.menfang.hub.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.accounts.Session;
import org.menfang.hub.page.Language;

/// What a browser keeps for us: its session, the language, and the choice of light or dark.
///
/// @param tls whether the pages are served over TLS by the hub itself
record Cookies(boolean tls) {
    private static final String SESSION = "menfang-session";
    private static final String LANGUAGE = "menfang-language";
    private static final String THEME = "menfang-theme";
    private static final String VIEW = "menfang-view";
    private static final Set<String> VIEWS = Set.of("elder", "compact");
    private static final Set<String> THEMES = Set.of("light", "dark");
    private static final Duration CHOICE_AGE_MAX = Duration.ofDays(365);

    void begin(Context ctx, String secret) {
        ctx.cookie(session(ctx, secret, (int) Session.AGE_MAX.toSeconds()));
    }

    void end(Context ctx) {
        ctx.cookie(session(ctx, "", 0));
    }

    static @Nullable String secret(Context ctx) {
        return ctx.cookie(SESSION);
    }

    /// Chinese unless somebody chose otherwise.
    static Language language(Context ctx) {
        return "en".equals(ctx.cookie(LANGUAGE)) ? Language.EN : Language.ZH;
    }

    void choose(Context ctx, Language language) {
        choose(ctx, LANGUAGE, language == Language.EN ? "en" : "zh");
    }

    private void choose(Context ctx, String name, String value) {
        // The board's script reads and changes it, too.
        ctx.cookie(
                new Cookie(
                        name,
                        value,
                        "/",
                        (int) CHOICE_AGE_MAX.toSeconds(),
                        isSecure(ctx),
                        false,
                        null,
                        SameSite.LAX));
    }

    /// `light`, `dark`, or `auto` for what the device says.
    static String theme(Context ctx) {
        String chosen = ctx.cookie(THEME);
        return chosen != null && THEMES.contains(chosen) ? chosen : "auto";
    }

    /// `elder`, which is large, unless somebody chose `compact`.
    static String view(Context ctx) {
        String chosen = ctx.cookie(VIEW);
        return chosen != null && VIEWS.contains(chosen) ? chosen : "elder";
    }

    void chooseView(Context ctx, String view) {
        if (VIEWS.contains(view)) {
            choose(ctx, VIEW, view);
        }
    }

    private Cookie session(Context ctx, String value, int ageMaxSeconds) {
        return new Cookie(
                SESSION, value, "/", ageMaxSeconds, isSecure(ctx), true, null, SameSite.STRICT);
    }

    /// A proxy that adds TLS says so; what it says changes only this visitor's own cookies.
    private boolean isSecure(Context ctx) {
        return tls || "https".equals(ctx.header("X-Forwarded-Proto"));
    }
}
