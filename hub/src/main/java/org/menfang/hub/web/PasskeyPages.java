package org.menfang.hub.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.menfang.hub.accounts.Factor;
import org.menfang.hub.accounts.Proof;
import org.menfang.hub.accounts.Proving;
import org.menfang.hub.accounts.Session;
import org.menfang.hub.accounts.SignIn;
import org.menfang.hub.page.Language;
import org.menfang.hub.passkeys.PasskeyCheck;
import org.menfang.hub.passkeys.PasskeySite;
import org.menfang.vocabulary.Sha256;

/// What the script of passkeys asks, and what it brings.
final class PasskeyPages {
    private final Proving proving;
    private final Pages pages;
    private final Answers answers;
    private final Cookies cookies;
    private final ProofPages proofs;
    private final Words words;

    PasskeyPages(
            Proving proving,
            Pages pages,
            Answers answers,
            Cookies cookies,
            ProofPages proofs,
            Words words) {
        this.proving = proving;
        this.pages = pages;
        this.answers = answers;
        this.cookies = cookies;
        this.proofs = proofs;
        this.words = words;
    }

    /// What a browser is to let a key sign.
    ///
    /// @param keys that may sign; none for any
    private record Asked(String challenge, String host, List<String> keys) {}

    /// What a browser is to make a new key for.
    ///
    /// @param keys that are there already
    /// @param user opaque, as the standard asks
    /// @param algorithms in the numbers of COSE
    private record AskedNew(
            String challenge,
            String host,
            List<String> keys,
            String user,
            String name,
            List<Integer> algorithms) {}

    /// @param to where to go on; empty where it failed
    /// @param why it failed; empty where it did not
    private record Answered(String to, String why) {}

    void beginSignIn(Context ctx) {
        answers.json(
                ctx, new Asked(text(proving.challengeForSignIn()), site(ctx).host(), List.of()));
    }

    void signIn(Context ctx) {
        switch (proving.signIn(site(ctx), ctx.body(), ctx.ip())) {
            case SignIn.Welcome welcome -> {
                cookies.begin(ctx, welcome.secret());
                answers.json(ctx, new Answered("/", ""));
            }
            case SignIn.Wrong _ -> failed(ctx, "rights.passkey.unknown");
            case SignIn.LockedOut _ -> failed(ctx, "rights.passkey.locked");
        }
    }

    void beginNew(Context ctx) {
        Session session = SignedIn.of(ctx).session();
        String name = session.name().value();
        Sha256 user = Sha256.of(("passkey\n" + name).getBytes(StandardCharsets.UTF_8));
        answers.json(
                ctx,
                new AskedNew(
                        text(proving.challengeForNew(session)),
                        site(ctx).host(),
                        keys(session),
                        text(user.value().getBytes(StandardCharsets.US_ASCII)),
                        name,
                        PasskeyCheck.ALGORITHMS));
    }

    void add(Context ctx) {
        String typed = ctx.queryParam("label");
        Language language = Cookies.language(ctx);
        String label =
                typed == null || typed.isBlank()
                        ? words.text(language, "rights.passkey.nameless")
                        : printable(typed);
        Proof proof = proving.addPasskey(SignedIn.of(ctx).session(), site(ctx), label, ctx.body());
        answer(ctx, proof, pages.saying("/account", "said.rights.passkey-added"));
    }

    private static String printable(String typed) {
        String plain = typed.strip().replaceAll("\\p{Cntrl}", " ");
        return plain.substring(0, Math.min(plain.length(), Factor.Passkey.LABEL_CHARS_MAX));
    }

    void beginProof(Context ctx) {
        Session session = SignedIn.of(ctx).session();
        answers.json(
                ctx,
                new Asked(
                        text(proving.challengeForProof(session)), site(ctx).host(), keys(session)));
    }

    void prove(Context ctx) {
        Proof proof =
                proving.byPasskey(SignedIn.of(ctx).session(), site(ctx), ctx.body(), ctx.ip());
        answer(ctx, proof, pages.saying(Back.safe(ctx.queryParam("back")), "said.rights.proved"));
    }

    void remove(Context ctx) {
        Proof proof =
                proving.removePasskey(SignedIn.of(ctx).session(), SignInPages.field(ctx, "id"));
        if (proof instanceof Proof.ProveFirst) {
            ProofPages.first(ctx);
        } else {
            ctx.redirect(pages.saying("/account", "said.done"), HttpStatus.SEE_OTHER);
        }
    }

    private void answer(Context ctx, Proof proof, String to) {
        if (proof instanceof Proof.Proved) {
            answers.json(ctx, new Answered(to, ""));
        } else if (proof instanceof Proof.ProveFirst) {
            answers.json(ctx, new Answered(ProofPages.PATH + "?back=%2Faccount", ""));
        } else {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            answers.json(ctx, new Answered("", proofs.text(pages.begin(ctx), proof)));
        }
    }

    private void failed(Context ctx, String key) {
        ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        answers.json(ctx, new Answered("", words.text(Cookies.language(ctx), key)));
    }

    private List<String> keys(Session session) {
        return proving.means(session.name()).passkeys().stream().map(Factor.Passkey::id).toList();
    }

    private static PasskeySite site(Context ctx) {
        String host = ctx.host();
        return PasskeySite.of(host == null ? "localhost" : host);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
