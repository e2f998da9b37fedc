package org.menfang.hub.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.menfang.hub.accounts.Means;
import org.menfang.hub.accounts.Proof;
import org.menfang.hub.accounts.Proving;
import org.menfang.hub.accounts.Session;
import org.menfang.hub.page.Notice;

/// Where people prove again who they are, before a grave act.
final class ProofPages {
    static final String PATH = "/account/proof";

    private final Proving proving;
    private final Pages pages;
    private final Clock clock;

    ProofPages(Proving proving, Pages pages, Clock clock) {
        this.proving = proving;
        this.pages = pages;
        this.clock = clock;
    }

    void show(Context ctx) {
        show(ctx, pages.begin(ctx), Back.safe(ctx.queryParam("back")));
    }

    void prove(Context ctx) {
        Session session = SignedIn.of(ctx).session();
        String back = Back.safe(SignInPages.field(ctx, "back"));
        String password = SignInPages.field(ctx, "password");
        Proof proof =
                password.isEmpty()
                        ? proving.byApp(session, SignInPages.field(ctx, "digits"), ctx.ip())
                        : proving.byPassword(session, password, ctx.ip());
        if (proof instanceof Proof.Proved) {
            ctx.redirect(pages.saying(back, "said.rights.proved"), HttpStatus.SEE_OTHER);
        } else {
            Page page = pages.begin(ctx);
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, page.with(new Notice(false, text(page, proof))), back);
        }
    }

    /// Leads to this page and from it back to the account.
    static void first(Context ctx) {
        ctx.redirect(PATH + "?back=%2Faccount", HttpStatus.SEE_OTHER);
    }

    private void show(Context ctx, Page page, String back) {
        Session session = SignedIn.of(ctx).session();
        Means means = proving.means(session.name());
        pages.show(
                ctx,
                "rights/proof.jte",
                page,
                Map.of(
                        "back", back,
                        "proved", proving.isProved(session),
                        "means", means,
                        "script", pages.assets().path(Assets.PASSKEYS),
                        "name", session.name().value()));
    }

    /// What became of a try, in words.
    String text(Page page, Proof proof) {
        return switch (proof) {
            case Proof.Proved() -> page.text("said.rights.proved");
            case Proof.Wrong() -> page.text("rights.proof.wrong");
            case Proof.ProveFirst() -> page.text("rights.proof.first");
            case Proof.Full() -> page.text("rights.passkey.full");
            case Proof.LockedOut(Instant until) ->
                    page.text("rights.proof.locked")
                            .replace("{minutes}", Long.toString(minutesUntil(until)));
        };
    }

    private long minutesUntil(Instant until) {
        return Math.max(1, Duration.between(clock.instant(), until).plusSeconds(59).toMinutes());
    }
}
