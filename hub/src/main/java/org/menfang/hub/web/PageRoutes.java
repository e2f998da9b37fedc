package org.menfang.hub.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.menfang.hub.page.PageHandler;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;
import org.menfang.hub.web.Needs.Nothing;
import org.menfang.hub.web.Needs.TheRight;

/// Brings the pages of the areas to the server.
final class PageRoutes implements PageTable {
    private final RoutesConfig routes;
    private final Pages pages;
    private final Answers answers;
    private final WebVisit.Facts facts;

    PageRoutes(RoutesConfig routes, Pages pages, Answers answers, WebVisit.Facts facts) {
        this.routes = routes;
        this.pages = pages;
        this.answers = answers;
        this.facts = facts;
    }

    @Override
    public void get(String path, Right right, PageHandler handler) {
        routes.get(path, ctx -> answer(ctx, handler), new TheRight(right));
    }

    @Override
    public void post(String path, Right right, PageHandler handler) {
        routes.post(path, ctx -> answer(ctx, handler), new TheRight(right));
    }

    @Override
    public void grave(String path, Right right, PageHandler handler) {
        routes.post(path, ctx -> answer(ctx, handler), new Needs.Proof(right));
    }

    @Override
    public void openGet(String path, PageHandler handler) {
        routes.get(open(path), ctx -> answer(ctx, handler), new Nothing());
    }

    @Override
    public void openPost(String path, PageHandler handler) {
        routes.post(open(path), ctx -> answer(ctx, handler), new Nothing());
    }

    private static String open(String path) {
        if (!path.startsWith(Guard.OPEN)) {
            throw new IllegalArgumentException(
                    "a page for everybody lies under " + Guard.OPEN + ": " + path);
        }
        return path;
    }

    private void answer(Context ctx, PageHandler handler) {
        if (hasTooLargeFile(ctx)) {
            answers.problem(ctx, Problem.TOO_LARGE);
            return;
        }
        switch (handler.answer(new WebVisit(ctx, facts))) {
            case Reply.Show show -> {
                ctx.status(show.status());
                Page page = pages.begin(ctx);
                pages.show(
                        ctx,
                        show.template(),
                        show.notice() == null ? page : page.with(show.notice()),
                        show.model());
            }
            case Reply.Onward(String path, String saidKey) ->
                    ctx.redirect(pages.saying(path, saidKey), HttpStatus.SEE_OTHER);
            case Reply.File file -> send(ctx, file);
            case Reply.Data(Object view) -> answers.json(ctx, view);
            case Reply.Refused(var problem) -> answers.problem(ctx, problem);
            case Reply.NotNow(String key) -> answers.notNow(ctx, key);
        }
    }

    private static boolean hasTooLargeFile(Context ctx) {
        return ctx.isMultipartFormData()
                && ctx.uploadedFiles().stream()
                        .anyMatch(file -> file.size() > Visit.Upload.BYTES_MAX);
    }

    private static void send(Context ctx, Reply.File file) {
        // Only plain letters: a name is never a way into the header.
        String name = file.name().replaceAll("[^A-Za-z0-9._-]", "_");
        ctx.contentType(file.contentType())
                .header(
                        "Content-Disposition",
                        (file.inline() ? "inline" : "attachment") + "; filename=\"" + name + "\"")
                .result(file.bytes());
    }
}
