package org.menfang.hub.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.security.RouteRole;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.accounts.Accounts;
import org.menfang.hub.page.Problem;
import org.menfang.hub.rights.Permissions;
import org.menfang.hub.rights.Right;

/// Stands before every handler: lets in who is signed in, and takes changes only from pages of
/// ours.
final class Guard {
    /// What lies under it is for everybody.
    static final String OPEN = "/open/";

    private static final Set<String> OPEN_PATHS =
            Set.of(
                    "/sign-in",
                    SignInPages.PASSKEY,
                    SignInPages.PASSKEY_BEGIN,
                    "/language",
                    "/view",
                    "/manifest.webmanifest",
                    "/sw.js",
                    "/healthz",
                    "/readyz");
    private static final String ASSETS = "/assets/";
    private static final String METRICS = "/metrics";
    private static final String CSRF_HEADER = "X-Menfang-Csrf";
    private static final String CSRF_FIELD = "csrf";

    private final Accounts accounts;
    private final Permissions permissions;
    private final Answers answers;

    Guard(Accounts accounts, Permissions permissions, Answers answers) {
        this.accounts = accounts;
        this.permissions = permissions;
        this.answers = answers;
    }

    void check(Context ctx) {
        SecurityHeaders.add(ctx);
        if (ctx.isMultipartFormData() && !HttpLimits.takesForm(ctx.contentLength())) {
            // Before anything of it is read.
            answers.problem(ctx, Problem.TOO_LARGE);
            ctx.skipRemainingHandlers();
            return;
        }
        Optional<SignedIn> signedIn = signedIn(ctx);
        signedIn.ifPresent(who -> who.attachTo(ctx));
        if (isChange(ctx) && !isOurs(ctx, signedIn.orElse(null))) {
            answers.problem(ctx, Problem.FOREIGN_REQUEST);
            ctx.skipRemainingHandlers();
        } else if (signedIn.isEmpty() && !isOpen(ctx)) {
            turnAway(ctx);
            ctx.skipRemainingHandlers();
        }
    }

    /// Lets in only those who have the right that the address asks for.
    void checkRight(Context ctx) {
        boolean all = !ctx.routeRoles().isEmpty();
        boolean proof = false;
        for (RouteRole role : ctx.routeRoles()) {
            all &= role instanceof Needs needs && meets(ctx, needs);
            proof |= role instanceof Needs.Proof;
        }
        if (!all) {
            answers.problem(ctx, Problem.NOT_YOURS);
            ctx.skipRemainingHandlers();
        } else if (proof && !accounts.proving().isProved(SignedIn.of(ctx).session())) {
            askForProof(ctx);
            ctx.skipRemainingHandlers();
        }
    }

    /// Leads to the page on which people prove who they are, and from there back to the page that
    /// they came from.
    private void askForProof(Context ctx) {
        if (answers.isForPrograms(ctx)) {
            answers.problem(ctx, Problem.PROVE_YOURSELF);
        } else {
            ctx.redirect(ProofPages.PATH + "?back=" + Back.encoded(ctx), HttpStatus.SEE_OTHER);
        }
    }

    private boolean meets(Context ctx, Needs needs) {
        Optional<SignedIn> who = SignedIn.find(ctx);
        return switch (needs) {
            case Needs.Nothing() -> true;
            case Needs.SignIn() -> who.isPresent();
            case Needs.TheRight(Right right) -> has(who, right);
            case Needs.Proof(Right right) -> has(who, right);
        };
    }

    private boolean has(Optional<SignedIn> who, Right right) {
        return who.isPresent() && permissions.may(who.get().name(), right);
    }

    private Optional<SignedIn> signedIn(Context ctx) {
        String secret = Cookies.secret(ctx);
        return secret == null
                ? Optional.empty()
                : accounts.find(secret).map(session -> new SignedIn(session, secret));
    }

    private static boolean isOpen(Context ctx) {
        String path = ctx.path();
        return OPEN_PATHS.contains(path)
                || path.startsWith(ASSETS)
                || path.startsWith(OPEN)
                || (path.equals(METRICS) && isLoopback(ctx));
    }

    /// Whether a request comes from the machine itself.
    static boolean isLoopback(Context ctx) {
        try {
            // A literal address: nothing is looked up.
            return InetAddress.getByName(ctx.ip()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private void turnAway(Context ctx) {
        if (!isChange(ctx) && !answers.isForPrograms(ctx)) {
            ctx.redirect("/sign-in", HttpStatus.SEE_OTHER);
        } else {
            answers.problem(ctx, Problem.NOT_SIGNED_IN);
        }
    }

    private static boolean isChange(Context ctx) {
        return !ctx.method().equals(HandlerType.GET) && !ctx.method().equals(HandlerType.HEAD);
    }

    private static boolean isOurs(Context ctx, @Nullable SignedIn signedIn) {
        String origin = ctx.header("Origin");
        if (origin != null && !isOwnOrigin(origin, ctx.host())) {
            return false;
        }
        return signedIn == null || isSame(signedIn.csrf(), csrf(ctx));
    }

    private static boolean isOwnOrigin(String origin, @Nullable String host) {
        int authority = origin.indexOf("://");
        return authority > 0 && origin.substring(authority + 3).equalsIgnoreCase(host);
    }

    private static @Nullable String csrf(Context ctx) {
        String header = ctx.header(CSRF_HEADER);
        return header == null && (ctx.isFormUrlencoded() || ctx.isMultipartFormData())
                ? ctx.formParam(CSRF_FIELD)
                : header;
    }

    private static boolean isSame(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8));
    }
}
