package org.menfang.hub.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.page.Language;
import org.menfang.hub.page.Notice;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Section;
import org.menfang.hub.rights.Permissions;

/// Makes pages from templates, which escape all that they are given.
final class Pages {
    private final TemplateEngine engine = engine();
    private final Words words;
    private final Assets assets;
    private final Permissions permissions;
    private final List<Section.Entrance> entrances;

    /// @param entrances what leads to the pages of all areas, in the order of the menu
    Pages(Words words, Assets assets, Permissions permissions, List<Section.Entrance> entrances) {
        this.words = words;
        this.assets = assets;
        this.permissions = permissions;
        this.entrances = List.copyOf(entrances);
    }

    /// What runs the templates, which were compiled when the program was built.
    static TemplateEngine engine() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, Pages.class.getClassLoader(), "org.menfang.hub.web.pages");
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
                Cookies.view(ctx),
                assets.path(Assets.STYLE),
                assets.path(Assets.SCRIPT),
                assets.path(Assets.REFRESH),
                assets.path(Assets.ICON),
                SignedIn.find(ctx).map(SignedIn::csrf).orElse(""),
                ctx.path(),
                menu(ctx, language),
                said(ctx, language));
    }

    private List<Page.Link> menu(Context ctx, Language language) {
        Optional<SignedIn> who = SignedIn.find(ctx);
        return entrances.stream()
                .filter(way -> who.isPresent() && permissions.may(who.get().name(), way.right()))
                .map(way ->
                        new Page.Link(
                                way.path(),
                                words.text(language, way.key()),
                                ctx.path().equals(way.path())
                                        || ctx.path().startsWith(way.path() + "/")))
                .toList();
    }

    /// An address whose page says that something went well.
    String saying(String path, String saidKey) {
        return saidKey.isEmpty()
                ? path
                : path + (path.contains("?") ? "&" : "?") + "said=" + saidKey;
    }

    private @Nullable Notice said(Context ctx, Language language) {
        String key = ctx.queryParam("said");
        return key != null && key.startsWith("said.") && words.has(key)
                ? new Notice(true, words.text(language, key))
                : null;
    }

    void show(Context ctx, String template, Page page, Map<String, Object> more) {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("page", page);
        StringOutput output = new StringOutput();
        engine.render(template, parameters, output);
        ctx.html(output.toString());
    }

    void problem(Context ctx, Problem problem) {
        problem(ctx, problem.status(), problem.titleKey(), problem.detailKey());
    }

    void problem(Context ctx, int status, String titleKey, String detailKey) {
        ctx.status(status);
        show(ctx, "problem.jte", begin(ctx), Map.of("titleKey", titleKey, "detailKey", detailKey));
    }
}
