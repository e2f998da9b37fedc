package org.menfang.hub.web;

import io.javalin.http.Context;
import java.util.Locale;
import org.menfang.hub.page.Language;
import org.menfang.hub.page.Problem;
import org.menfang.hub.web.view.ProblemView;
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
            ctx.status(problem.status())
                    .contentType(Problem.CONTENT_TYPE)
                    .result(Json.write(view(problem)));
        } else {
            pages.problem(ctx, problem);
        }
    }

    /// An act that the state of things does not allow.
    ///
    /// @param key of the text that says why and what to do next
    void notNow(Context ctx, String key) {
        Problem problem = Problem.REFUSED_BY_STATE;
        if (isForPrograms(ctx)) {
            ctx.status(problem.status())
                    .contentType(Problem.CONTENT_TYPE)
                    .result(Json.write(view(problem, key)));
        } else {
            pages.problem(ctx, problem.status(), problem.titleKey(), key);
        }
    }

    private ProblemView view(Problem problem) {
        return view(problem, problem.detailKey());
    }

    private ProblemView view(Problem problem, String detail) {
        String title = problem.titleKey();
        return new ProblemView(
                "urn:menfang:problem:" + problem.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                words.text(Language.EN, title),
                problem.status(),
                words.text(Language.EN, detail),
                problem.name(),
                new ProblemView.Words(
                        words.text(Language.ZH, title), words.text(Language.ZH, detail)));
    }
}
