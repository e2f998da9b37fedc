package org.menfang.hub.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.menfang.hub.accounts.Proof;
import org.menfang.hub.accounts.Proving;
import org.menfang.hub.accounts.Session;
import org.menfang.hub.accounts.Totp;
import org.menfang.hub.page.Notice;
import org.menfang.hub.qr.QrPicture;

/// Where people set an app that works numbers out as the second proof of who they are.
final class AuthenticatorPages {
    static final String PATH = "/account/app";

    private final Proving proving;
    private final Pages pages;
    private final ProofPages proofs;

    AuthenticatorPages(Proving proving, Pages pages, ProofPages proofs) {
        this.proving = proving;
        this.pages = pages;
        this.proofs = proofs;
    }

    /// A new secret; the old app, if there was one, does not work any more.
    void begin(Context ctx) {
        if (proving.beginApp(SignedIn.of(ctx).session()).isEmpty()) {
            ProofPages.first(ctx);
        } else {
            ctx.redirect(PATH, HttpStatus.SEE_OTHER);
        }
    }

    void show(Context ctx) {
        show(ctx, pages.begin(ctx));
    }

    void confirm(Context ctx) {
        Session session = SignedIn.of(ctx).session();
        Proof proof = proving.confirmApp(session, SignInPages.field(ctx, "digits"), ctx.ip());
        if (proof instanceof Proof.Proved) {
            ctx.redirect(pages.saying("/account", "said.rights.app-added"), HttpStatus.SEE_OTHER);
        } else {
            Page page = pages.begin(ctx);
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(ctx, page.with(new Notice(false, proofs.text(page, proof))));
        }
    }

    void remove(Context ctx) {
        if (proving.removeApp(SignedIn.of(ctx).session()) instanceof Proof.ProveFirst) {
            ProofPages.first(ctx);
        } else {
            ctx.redirect(pages.saying("/account", "said.done"), HttpStatus.SEE_OTHER);
        }
    }

    private void show(Context ctx, Page page) {
        String name =
                URLEncoder.encode(SignedIn.of(ctx).name().value(), StandardCharsets.UTF_8)
                        .replace("+", "%20");
        Optional<byte[]> secret = proving.begunApp(SignedIn.of(ctx).name());
        Optional<QrPicture> picture =
                secret.flatMap(each -> QrPicture.of(Totp.address(name, each)));
        if (secret.isEmpty() || picture.isEmpty()) {
            ctx.redirect("/account", HttpStatus.SEE_OTHER);
            return;
        }
        pages.show(
                ctx,
                "rights/app.jte",
                page,
                Map.of(
                        "secret", Totp.base32(secret.get()).replaceAll("(.{4})(?=.)", "$1 "),
                        "modules", picture.get().modules(),
                        "path", picture.get().svgPath()));
    }
}
