package org.menfang.hub.web;

import io.javalin.config.RoutesConfig;
import java.util.List;
import org.menfang.hub.accounts.Proving;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Section;
import org.menfang.hub.rights.Right;

/// Which address leads where.
final class Routes {
    private static final Needs OPEN = new Needs.Nothing();
    private static final Needs SIGN_IN = new Needs.SignIn();

    private final Guard guard;
    private final Answers answers;
    private final List<Section> sections;
    private final WebVisit.Facts facts;
    private final Pages pages;
    private final Assets assets;
    private final SignInPages signIn;
    private final AccountPages account;
    private final Home home;
    private final ProofPages proofs;
    private final PasskeyPages passkeys;
    private final AuthenticatorPages apps;
    private final PhonePages phones;
    private final Api api;
    private final Acts acts;
    private final LiveStream stream;
    private final LongPoll poll;
    private final Health health;
    private final HttpFigures figures;
    private final MetricsPage metrics;
    private final AppPages app;

    Routes(
            BoardServerOptions options,
            Words words,
            Answers answers,
            Pages pages,
            LiveStream stream) {
        Cookies cookies = new Cookies(options.tls() != null);
        EnrolCodes enrolCodes = new EnrolCodes(options.codes());
        this.guard = new Guard(options.accounts(), options.permissions(), answers);
        this.answers = answers;
        this.sections = options.sections();
        this.facts =
                new WebVisit.Facts(words, options.permissions(), options.clock(), options.zone());
        this.pages = pages;
        this.assets = pages.assets();
        this.signIn =
                new SignInPages(
                        options.accounts(), options.codes(), pages, cookies, options.clock());
        this.account =
                new AccountPages(options.accounts(), enrolCodes, pages, options.permissions());
        Proving proving = options.accounts().proving();
        this.home = new Home(options.permissions(), pages);
        this.proofs = new ProofPages(proving, pages, options.clock());
        this.passkeys = new PasskeyPages(proving, pages, answers, cookies, proofs, words);
        this.apps = new AuthenticatorPages(proving, pages, proofs);
        this.phones = new PhonePages(options.codes(), options.permissions(), pages);
        this.api = new Api(options, answers, enrolCodes);
        this.acts = new Acts(options, answers);
        this.stream = stream;
        this.poll = new LongPoll(options, stream, answers);
        this.health = new Health(options.readiness());
        this.figures = new HttpFigures(stream);
        this.app = new AppPages(pages, words, options.zone());
        this.metrics = new MetricsPage(options.figures(), figures);
    }

    void add(RoutesConfig routes) {
        routes.before(figures::begin);
        routes.before(guard::check);
        routes.beforeMatched(guard::checkRight);
        routes.after(figures::end);
        addPages(routes);
        addApi(routes);
        PageRoutes table = new PageRoutes(routes, pages, answers, facts);
        sections.forEach(section -> section.addTo(table));
        routes.get("/healthz", health::alive, OPEN);
        routes.get("/readyz", health::ready, OPEN);
        routes.get("/metrics", metrics::show, OPEN);
    }

    private void addPages(RoutesConfig routes) {
        routes.get("/", home::show, SIGN_IN);
        routes.get("/menu", app::menu, SIGN_IN);
        routes.get("/manifest.webmanifest", app::manifest, OPEN);
        routes.get("/sw.js", app::worker, OPEN);
        routes.get("/rounds/app", app::rounds, needs(Right.WALK_ROUNDS));
        routes.get("/sign-in", signIn::show, OPEN);
        routes.post("/sign-in", signIn::enter, OPEN);
        routes.post("/sign-out", signIn::leave, OPEN);
        routes.post("/language", signIn::changeLanguage, OPEN);
        routes.post("/view", signIn::changeView, OPEN);
        routes.post(SignInPages.PASSKEY_BEGIN, passkeys::beginSignIn, OPEN);
        routes.post(SignInPages.PASSKEY, passkeys::signIn, OPEN);
        addAccount(routes);
        routes.get(
                "/assets/{digest}/{name}",
                ctx -> {
                    if (!assets.send(ctx)) {
                        answers.problem(ctx, Problem.NO_SUCH_PAGE);
                    }
                },
                OPEN);
    }

    private void addAccount(RoutesConfig routes) {
        routes.get("/account", account::show, SIGN_IN);
        routes.post("/account/password", account::setPassword, SIGN_IN);
        routes.post("/account/enrol-code", account::makeEnrolCode, needs(Right.SET_UP));
        routes.get(ProofPages.PATH, proofs::show, SIGN_IN);
        routes.post(ProofPages.PATH, proofs::prove, SIGN_IN);
        routes.post(ProofPages.PATH + "/passkey/begin", passkeys::beginProof, SIGN_IN);
        routes.post(ProofPages.PATH + "/passkey", passkeys::prove, SIGN_IN);
        routes.get(AuthenticatorPages.PATH, apps::show, SIGN_IN);
        routes.post(AuthenticatorPages.PATH, apps::begin, SIGN_IN);
        routes.post(AuthenticatorPages.PATH + "/confirm", apps::confirm, SIGN_IN);
        routes.post(AuthenticatorPages.PATH + "/remove", apps::remove, SIGN_IN);
        routes.post("/account/passkeys/begin", passkeys::beginNew, SIGN_IN);
        routes.post("/account/passkeys", passkeys::add, SIGN_IN);
        routes.post("/account/passkeys/remove", passkeys::remove, SIGN_IN);
        routes.get(PhonePages.PATH, phones::show, SIGN_IN);
        routes.post(PhonePages.PATH, phones::make, SIGN_IN);
    }

    private static Needs needs(Right right) {
        return new Needs.TheRight(right);
    }

    private void addApi(RoutesConfig routes) {
        String root = "/api/v1";
        routes.get(root + "/openapi.yaml", api::description, SIGN_IN);
        routes.get(root + "/session", api::session, SIGN_IN);
        routes.get(root + "/board", api::board, needs(Right.SEE_BOARD));
        routes.get(root + "/events", api::events, needs(Right.SEE_BOARD));
        routes.get(root + "/stream", stream::serve, needs(Right.SEE_BOARD));
        routes.get(root + "/changes", poll::serve, needs(Right.SEE_BOARD));
        routes.get(root + "/pictures/{sha256}", api::picture, needs(Right.SEE_BOARD));
        routes.post(root + "/gates/enrol-codes", api::makeEnrolCode, needs(Right.SET_UP));
        String alarm = root + "/alarms/{compound}/{gate}/{id}";
        routes.post(alarm + "/acknowledge", acts::acknowledge, needs(Right.ANSWER_ALARMS));
        routes.post(alarm + "/reset", acts::reset, needs(Right.ANSWER_ALARMS));
        routes.post(
                root + "/doors/{compound}/{gate}/{door}/release",
                acts::release,
                needs(Right.WORK_DOORS));
        routes.post(
                root + "/doors/{compound}/{gate}/{door}/hold-open",
                acts::holdOpen,
                needs(Right.WORK_DOORS));
        routes.post(root + "/compounds/{compound}/level", acts::setLevel, needs(Right.SET_LEVEL));
    }
}
