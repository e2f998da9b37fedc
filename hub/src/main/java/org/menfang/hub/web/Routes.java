package org.menfang.hub.web;

import io.javalin.config.RoutesConfig;
import java.util.Map;

/// Which address leads where.
final class Routes {
    private final Guard guard;
    private final Answers answers;
    private final Pages pages;
    private final Assets assets;
    private final SignInPages signIn;
    private final AccountPages account;
    private final Api api;
    private final Acts acts;
    private final LiveStream stream;
    private final Health health;
    private final HttpFigures figures;
    private final MetricsPage metrics;

    Routes(BoardServerOptions options, Answers answers, Pages pages, LiveStream stream) {
        Cookies cookies = new Cookies(options.tls() != null);
        EnrolCodes enrolCodes = new EnrolCodes(options.codes());
        this.guard = new Guard(options.accounts(), answers);
        this.answers = answers;
        this.pages = pages;
        this.assets = pages.assets();
        this.signIn =
                new SignInPages(
                        options.accounts(), options.codes(), pages, cookies, options.clock());
        this.account = new AccountPages(options.accounts(), enrolCodes, pages);
        this.api = new Api(options, answers, enrolCodes);
        this.acts = new Acts(options.desk(), answers);
        this.stream = stream;
        this.health = new Health(options.readiness());
        this.figures = new HttpFigures(stream);
        this.metrics = new MetricsPage(options.figures(), figures);
    }

    void add(RoutesConfig routes) {
        routes.before(figures::begin);
        routes.before(guard::check);
        routes.after(figures::end);
        addPages(routes);
        addApi(routes);
        routes.get("/healthz", health::alive);
        routes.get("/readyz", health::ready);
        routes.get("/metrics", metrics::show);
    }

    private void addPages(RoutesConfig routes) {
        routes.get("/", ctx -> pages.show(ctx, "board.jte", pages.begin(ctx), Map.of()));
        routes.get("/sign-in", signIn::show);
        routes.post("/sign-in", signIn::enter);
        routes.post("/sign-out", signIn::leave);
        routes.post("/language", signIn::changeLanguage);
        routes.get("/account", account::show);
        routes.post("/account/password", account::setPassword);
        routes.post("/account/enrol-code", account::makeEnrolCode);
        routes.get(
                "/assets/{digest}/{name}",
                ctx -> {
                    if (!assets.send(ctx)) {
                        answers.problem(ctx, Problem.NO_SUCH_PAGE);
                    }
                });
    }

    private void addApi(RoutesConfig routes) {
        String root = "/api/v1";
        routes.get(root + "/openapi.yaml", api::description);
        routes.get(root + "/session", api::session);
        routes.get(root + "/board", api::board);
        routes.get(root + "/events", api::events);
        routes.get(root + "/stream", stream::serve);
        routes.get(root + "/pictures/{sha256}", api::picture);
        routes.post(root + "/gates/enrol-codes", api::makeEnrolCode);
        String alarm = root + "/alarms/{compound}/{gate}/{id}";
        routes.post(alarm + "/acknowledge", acts::acknowledge);
        routes.post(alarm + "/reset", acts::reset);
        routes.post(root + "/doors/{compound}/{gate}/{door}/release", acts::release);
        routes.post(root + "/doors/{compound}/{gate}/{door}/hold-open", acts::holdOpen);
        routes.post(root + "/compounds/{compound}/level", acts::setLevel);
    }
}
