package org.menfang.hub.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.menfang.hub.accounts.Accounts;
import org.menfang.hub.accounts.SignIn;
import org.menfang.hub.page.Language;
import org.menfang.hub.page.Notice;

/// Signing in and out.
///
/// A link with a code only shows a button: messengers open links to preview them, and that must not
/// use the code up.
final class SignInPages {
    static final String PASSKEY = "/sign-in/passkey";
    static final String PASSKEY_BEGIN = "/sign-in/passkey/begin";
    private static final String TEMPLATE = "sign-in.jte";

    private final Accounts accounts;
    private final OneTimeCodes codes;
    private final Pages pages;
    private final Cookies cookies;
    private final Clock clock;

    SignInPages(Accounts accounts, OneTimeCodes codes, Pages pages, Cookies cookies, Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.pages = pages;
        this.cookies = cookies;
        this.clock = clock;
    }

    void show(Context ctx) {
        String code = Objects.requireNonNullElse(ctx.queryParam("code"), "");
        pages.show(ctx, TEMPLATE, pages.begin(ctx), parameters(code, ""));
    }

    void enter(Context ctx) {
        String code = field(ctx, "code");
        String name = field(ctx, "name");
        SignIn result =
                code.isEmpty()
                        ? accounts.signIn(name, field(ctx, "password"), ctx.ip())
                        : accounts.signInByCode(ctx.ip(), () -> codes.redeemSignIn(code));
        switch (result) {
            case SignIn.Welcome welcome -> {
                cookies.begin(ctx, welcome.secret());
                ctx.redirect("/", HttpStatus.SEE_OTHER);
            }
            case SignIn.Wrong wrong -> {
                String key = code.isEmpty() ? "signin.wrong" : "signin.wrong-code";
                again(ctx, HttpStatus.UNAUTHORIZED, name, page -> said(page, page.text(key)));
            }
            case SignIn.LockedOut locked -> {
                long minutes =
                        Math.max(
                                1,
                                Duration.between(clock.instant(), locked.until())
                                        .plusSeconds(59)
                                        .toMinutes());
                ctx.header("Retry-After", Long.toString(minutes * 60));
                again(
                        ctx,
                        HttpStatus.TOO_MANY_REQUESTS,
                        name,
                        page ->
                                said(
                                        page,
                                        page.text("signin.locked")
                                                .replace("{minutes}", Long.toString(minutes))));
            }
        }
    }

    void leave(Context ctx) {
        SignedIn.find(ctx).ifPresent(who -> accounts.signOut(who.session()));
        cookies.end(ctx);
        ctx.redirect("/sign-in", HttpStatus.SEE_OTHER);
    }

    /// Changes the language and shows the same page again.
    void changeLanguage(Context ctx) {
        cookies.choose(ctx, field(ctx, "to").equals("en") ? Language.EN : Language.ZH);
        back(ctx);
    }

    /// Changes between the large and the compact view and shows the same page again.
    void changeView(Context ctx) {
        cookies.chooseView(ctx, field(ctx, "to"));
        back(ctx);
    }

    private static void back(Context ctx) {
        ctx.redirect(Back.safe(field(ctx, "back")), HttpStatus.SEE_OTHER);
    }

    static String field(Context ctx, String name) {
        return Objects.requireNonNullElse(ctx.formParam(name), "");
    }

    private void again(Context ctx, HttpStatus status, String name, UnaryOperator<Page> notice) {
        ctx.status(status);
        Page page = notice.apply(pages.begin(ctx));
        pages.show(ctx, TEMPLATE, page, parameters("", name));
    }

    private Map<String, Object> parameters(String code, String name) {
        return Map.of("code", code, "name", name, "script", pages.assets().path(Assets.PASSKEYS));
    }

    private static Page said(Page page, String text) {
        return page.with(new Notice(false, text));
    }
}
