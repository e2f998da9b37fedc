package org.menfang.hub.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.menfang.hub.page.Notice;
import org.menfang.hub.qr.QrPicture;
import org.menfang.hub.rights.Permissions;
import org.menfang.hub.rights.Right;
import org.menfang.hub.rights.Role;
import org.menfang.vocabulary.OperatorName;

/// Where a phone is signed in by a QR code on another screen: the own phone, or that of a volunteer
/// by the leader of a shift.
final class PhonePages {
    static final String PATH = "/account/phones";

    private final OneTimeCodes codes;
    private final Permissions permissions;
    private final Pages pages;

    PhonePages(OneTimeCodes codes, Permissions permissions, Pages pages) {
        this.codes = codes;
        this.permissions = permissions;
        this.pages = pages;
    }

    void show(Context ctx) {
        show(ctx, pages.begin(ctx), "", "");
    }

    void make(Context ctx) {
        Page page = pages.begin(ctx);
        OperatorName by = SignedIn.of(ctx).name();
        Optional<OperatorName> who = whose(by, SignInPages.field(ctx, "name").strip());
        if (who.isEmpty()) {
            refuse(ctx, page, "refused.rights.phone-of");
            return;
        }
        Optional<String> code = codes.createSignIn(who.get(), by);
        if (code.isEmpty()) {
            refuse(ctx, page, "refused.rights.too-many-codes");
        } else {
            show(ctx, page, origin(ctx) + "/sign-in?code=" + code.get(), who.get().value());
        }
    }

    /// The own phone, or that of a volunteer, who may do nothing that the leader may not do.
    private Optional<OperatorName> whose(OperatorName by, String typed) {
        if (typed.isEmpty() || typed.equals(by.value())) {
            return Optional.of(by);
        }
        try {
            return Optional.of(new OperatorName(typed))
                    .filter(_ -> permissions.may(by, Right.LEAD_SHIFT))
                    .filter(this::isVolunteer);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isVolunteer(OperatorName who) {
        return permissions.may(who, Right.WALK_ROUNDS)
                && Arrays.stream(Right.values())
                        .filter(right ->
                                !Role.VOLUNTEER.carries(right) && !Role.RESIDENT.carries(right))
                        .noneMatch(right -> permissions.may(who, right));
    }

    private void refuse(Context ctx, Page page, String key) {
        ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(ctx, page.with(new Notice(false, page.text(key))), "", "");
    }

    private void show(Context ctx, Page page, String link, String who) {
        Optional<QrPicture> picture = link.isEmpty() ? Optional.empty() : QrPicture.of(link);
        pages.show(
                ctx,
                "rights/phones.jte",
                page,
                Map.of(
                        "leads", permissions.may(SignedIn.of(ctx).name(), Right.LEAD_SHIFT),
                        "who", who,
                        "link", link,
                        "modules", picture.map(QrPicture::modules).orElse(0),
                        "path", picture.map(QrPicture::svgPath).orElse("")));
    }

    /// Where the browser says that our pages are; behind a proxy we do not see it ourselves.
    private static String origin(Context ctx) {
        String origin = ctx.header("Origin");
        return origin == null || origin.equals("null") ? ctx.scheme() + "://" + ctx.host() : origin;
    }
}
