package org.menfang.hub.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;

/// Makes pages from templates, which escape all that they are given.
final class Pages {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null,
                    ContentType.Html,
                    Pages.class.getClassLoader(),
                    "org.menfang.hub.web.pages");
    private final Words words;
    private final Assets assets;

    Pages(Words words, Assets assets) {
        this.words = words;
        this.assets = assets;
    }

    Assets assets() {
        return assets;
    }

    /// The beginning of every page, in the language that its reader chose.
    Page begin(Context ctx) {
        Language language = Cookies.language(ctx);
        return new Page(
                language,
                key -> words.text(language, key),
                Cookies.theme(ctx),
                assets.path(Assets.STYLE),
                assets.path(Assets.SCRIPT),
                assets.path(Assets.ICON),
                SignedIn.find(ctx).map(SignedIn::csrf).orElse(""),
                ctx.path(),
                null);
    }

    void show(Context ctx, String template, Page page, Map<String, Object> more) {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("page", page);
        StringOutput output = new StringOutput();
        engine.render(template, parameters, output);
        ctx.html(output.toString());
    }

    void problem(Context ctx, Problem problem) {
        ctx.status(problem.status());
        show(
                ctx,
                "problem.jte",
                begin(ctx),
                Map.of("titleKey", problem.titleKey(), "detailKey", problem.detailKey()));
    }
}
