package org.menfang.hub.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.menfang.hub.page.Language;
import org.menfang.json.Json;
import org.menfang.json.JsonTree;
import org.menfang.vocabulary.Sha256;

/// What makes an app of the pages: the manifest, the worker that keeps their shell, and the rounds
/// page, which works without a network.
final class AppPages {
    private static final String WORKER = "sw.js";
    private static final int VERSION_CHARS = 16;

    private final Pages pages;
    private final Words words;
    private final ZoneId zone;
    private final byte[] worker;

    AppPages(Pages pages, Words words, ZoneId zone) {
        this.pages = pages;
        this.words = words;
        this.zone = zone;
        this.worker = worker(pages.assets());
    }

    void rounds(Context ctx) {
        pages.show(
                ctx,
                "walk/app.jte",
                pages.begin(ctx),
                Map.of("script", pages.assets().path(Assets.ROUNDS), "zone", zone.getId()));
    }

    /// Everything that this person can go to.
    void menu(Context ctx) {
        pages.show(ctx, "menu.jte", pages.begin(ctx), Map.of());
    }

    private record Icon(String src, String sizes, String type) {}

    void manifest(Context ctx) {
        Language language = Cookies.language(ctx);
        String name = words.text(language, "app.name");
        Assets assets = pages.assets();
        List<Icon> icons =
                List.of(
                        new Icon(assets.path(Assets.SMALL_ICON), "192x192", "image/png"),
                        new Icon(assets.path(Assets.LARGE_ICON), "512x512", "image/png"));
        JsonTree manifest =
                JsonTree.object()
                        .put("id", "/")
                        .put("name", name)
                        .put("short_name", name)
                        .put("lang", language.tag())
                        .put("start_url", "/")
                        .put("scope", "/")
                        .put("display", "standalone")
                        .put("background_color", "#f5f1e8")
                        .put("theme_color", "#0f4a3a")
                        .put("icons", Json.tree(icons))
                        .build();
        ctx.contentType("application/manifest+json").result(manifest.write());
    }

    /// The worker is asked for again at each visit; what it keeps has addresses that never change.
    void worker(Context ctx) {
        ctx.contentType("text/javascript; charset=utf-8")
                .header("Cache-Control", "no-cache")
                .result(worker);
    }

    private static byte[] worker(Assets assets) {
        List<String> shell = assets.paths();
        String version = Sha256.of(String.join("\n", shell)).value().substring(0, VERSION_CHARS);
        String facts =
                "const menfangVersion=\"%s\";const menfangShell=%s;\n"
                        .formatted(version, new String(Json.write(shell), StandardCharsets.UTF_8));
        return (facts + new String(Assets.load(WORKER), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }
}
