package org.menfang.hub.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import org.menfang.hub.accounts.Accounts;
import org.menfang.hub.accounts.PasswordRule;
import org.menfang.hub.page.Notice;
import org.menfang.hub.rights.Permissions;
import org.menfang.hub.rights.Right;
import org.menfang.hub.web.view.EnrolCodeView;

/// What a person settles about the own account, and the code for a new gate.
final class AccountPages {
    private static final String TEMPLATE = "account.jte";

    private final Accounts accounts;
    private final EnrolCodes enrolCodes;
    private final Pages pages;
    private final Permissions permissions;

    AccountPages(Accounts accounts, EnrolCodes enrolCodes, Pages pages, Permissions permissions) {
        this.accounts = accounts;
        this.enrolCodes = enrolCodes;
        this.pages = pages;
        this.permissions = permissions;
    }

    void show(Context ctx) {
        show(ctx, pages.begin(ctx), "");
    }

    void setPassword(Context ctx) {
        Page page = pages.begin(ctx);
        if (!accounts.proving().mayChange(SignedIn.of(ctx).session())) {
            ctx.redirect(ProofPages.PATH + "?back=%2Faccount", HttpStatus.SEE_OTHER);
            return;
        }
        String password = SignInPages.field(ctx, "password");
        if (!password.equals(SignInPages.field(ctx, "again"))) {
            refuse(ctx, page, "account.password.differ");
            return;
        }
        PasswordRule rule = accounts.setPassword(SignedIn.of(ctx).session(), password);
        if (rule == PasswordRule.KEPT) {
            show(ctx, page.with(new Notice(true, page.text("account.password.set"))), "");
        } else {
            refuse(ctx, page, "account.password." + rule.name());
        }
    }

    void makeEnrolCode(Context ctx) {
        Page page = pages.begin(ctx);
        Optional<EnrolCodeView> made =
                enrolCodes.make(
                        SignInPages.field(ctx, "compound").strip(),
                        SignInPages.field(ctx, "gate").strip());
        if (made.isPresent()) {
            show(ctx, page, made.get().code());
        } else {
            refuse(ctx, page, "account.enrol.bad-name");
        }
    }

    private void refuse(Context ctx, Page page, String key) {
        ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(ctx, page.with(new Notice(false, page.text(key))), "");
    }

    private void show(Context ctx, Page page, String enrolCode) {
        String name = SignedIn.of(ctx).name().value();
        pages.show(
                ctx,
                TEMPLATE,
                page,
                Map.of(
                        "name", name,
                        "means", accounts.proving().means(SignedIn.of(ctx).name()),
                        "maySetUp", permissions.may(SignedIn.of(ctx).name(), Right.SET_UP),
                        "script", pages.assets().path(Assets.PASSKEYS),
                        "enrolCode", enrolCode));
    }
}
