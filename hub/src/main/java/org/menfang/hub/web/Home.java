package org.menfang.hub.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import org.menfang.hub.rights.Permissions;
import org.menfang.hub.rights.Right;

/// The first page: the board for those who may see it, and for others the first page that they may
/// see.
final class Home {
    private final Permissions permissions;
    private final Pages pages;

    Home(Permissions permissions, Pages pages) {
        this.permissions = permissions;
        this.pages = pages;
    }

    void show(Context ctx) {
        Page page = pages.begin(ctx);
        List<Page.Link> menu = page.menu();
        if (permissions.may(SignedIn.of(ctx).name(), Right.SEE_BOARD)) {
            pages.show(ctx, "board.jte", page, Map.of());
        } else if (menu.isEmpty()) {
            pages.show(
                    ctx,
                    "rights/no-role.jte",
                    page,
                    Map.of("name", SignedIn.of(ctx).name().value()));
        } else {
            ctx.redirect(menu.getFirst().path(), HttpStatus.SEE_OTHER);
        }
    }
}
