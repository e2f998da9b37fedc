package org.menfang.hub.web;

import io.javalin.http.Context;
import org.menfang.json.Json;

/// How answers are written: JSON for programs, pages for people.
final class Answers {
    private static final String API = "/api/";

    private final Words words;
    private final Pages pages;

    Answers(Words words, Pages pages) {
        this.words = words;
        this.pages = pages;
    }

    boolean isForPrograms(Context ctx) {
        return ctx.path().startsWith(API);
    }

    void json(Context ctx, Object view) {
        ctx.contentType("application/json").result(Json.write(view));
    }

    void problem(Context ctx, Problem problem) {
        if (isForPrograms(ctx)) {
            problem.answer(ctx, words);
        } else {
            pages.problem(ctx, problem);
        }
    }
}
