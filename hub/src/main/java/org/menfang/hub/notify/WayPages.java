package org.menfang.hub.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.Language;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Times;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.Right;

/// The pages on which ways to be told are set up: those of the group, and one's own.
public final class WayPages implements Section {
    private static final String GROUP = "/ways";
    private static final String MINE = "/ways/mine";

    /// A person who tries a way waits at most this long for what becomes of it.
    private static final Duration TRY_MAX = Duration.ofSeconds(15);

    private static final Set<WayKind> WITH_SECRET =
            Set.of(WayKind.DINGTALK, WayKind.FEISHU, WayKind.NTFY, WayKind.WEB_HOOK);

    private final WayBook ways;

    public WayPages(WayBook ways) {
        this.ways = ways;
    }

    @Override
    public void addTo(PageTable table) {
        new Place(GROUP, false).addTo(table, Right.SET_UP);
        new Place(MINE, true).addTo(table, Right.SEE_BOARD);
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(
                new Entrance(GROUP, "notify.ways", Right.SET_UP),
                new Entrance(MINE, "notify.my-ways", Right.SEE_BOARD));
    }

    /// One way on the page.
    ///
    /// @param card how its card looks
    /// @param sign how its state looks
    /// @param mark the state as a sign, beside its words
    /// @param failure what is wrong and what to do; empty if nothing is
    public record WayRow(
            String id,
            String name,
            String kind,
            String language,
            String state,
            String card,
            String sign,
            String mark,
            String failure,
            String succeeded,
            String failed,
            int waiting,
            boolean paused) {}

    /// A kind of way that can be added.
    public record KindRow(String name, String text) {}

    /// What the form for a new way asks. What was typed for address and key is not shown again.
    ///
    /// @param secretLabel empty if this kind has none
    public record Form(
            String kind,
            String how,
            String name,
            String addressLabel,
            boolean isPhone,
            String secretLabel,
            boolean hasTemplate,
            String template,
            boolean isChinese) {}

    /// The group's pages, or those of one person.
    private final class Place {
        private final String base;
        private final boolean personal;

        Place(String base, boolean personal) {
            this.base = base;
            this.personal = personal;
        }

        void addTo(PageTable table, Right right) {
            table.get(base, right, this::show);
            table.get(base + "/new", right, this::showForm);
            table.post(base + "/new", right, this::setUp);
            table.post(base + "/{id}/try", right, this::tryNow);
            table.post(base + "/{id}/pause", right, this::pause);
            table.post(base + "/{id}/resume", right, this::resume);
            table.post(base + "/{id}/remove", right, this::remove);
        }

        private Reply show(Visit visit) {
            List<WayHealth> all = ways.health(personal ? visit.who() : null);
            return Reply.show(
                    "notify/ways.jte",
                    Map.of(
                            "base",
                            base,
                            "titleKey",
                            personal ? "notify.my-ways" : "notify.ways",
                            "explainKey",
                            personal ? "notify.mine.explain" : "notify.explain",
                            "noneKey",
                            personal ? "notify.mine.none" : "notify.none",
                            "deaf",
                            WayHealth.isGroupDeaf(all),
                            "ways",
                            all.stream().map(each -> row(visit, each)).toList(),
                            "kinds",
                            kinds(visit)));
        }

        private List<KindRow> kinds(Visit visit) {
            return Arrays.stream(WayKind.values())
                    .filter(kind -> !personal || kind.isPersonal())
                    .map(kind -> new KindRow(kind.name(), visit.text("notify.kind." + kind)))
                    .toList();
        }

        private Reply showForm(Visit visit) {
            return kind(visit.query("kind"))
                    .map(kind -> form(visit, kind))
                    .orElse(new Reply.Refused(Problem.NO_SUCH_THING));
        }

        private Reply form(Visit visit, WayKind kind) {
            boolean secret = WITH_SECRET.contains(kind);
            Form form =
                    new Form(
                            kind.name(),
                            visit.text("notify.how." + kind),
                            visit.field("name"),
                            visit.text("notify.address." + kind),
                            kind == WayKind.SMS,
                            secret ? visit.text("notify.secret." + kind) : "",
                            kind == WayKind.WEB_HOOK,
                            visit.field("template"),
                            language(visit) == Language.ZH);
            return Reply.show(
                    "notify/new-way.jte",
                    Map.of("base", base, "titleKey", "notify.kind." + kind, "form", form));
        }

        private Reply setUp(Visit visit) {
            Optional<WayKind> kind = kind(visit.field("kind"));
            Optional<WayAddress> address = address(visit);
            if (kind.isEmpty() || address.isEmpty()) {
                return new Reply.Refused(Problem.MALFORMED);
            }
            NewWay wanted =
                    new NewWay(
                            kind.get(),
                            visit.field("name"),
                            personal,
                            language(visit),
                            address.get());
            WayBook.SetUp done = ways.setUp(visit.who(), wanted);
            return done.made() == null
                    ? Answering.to(
                            visit, done.outcome(), base, "", again -> form(again, kind.get()))
                    : tried(visit, done.made(), "said.notify.works");
        }

        private Reply tryNow(Visit visit) {
            return withWay(visit, id -> tried(visit, id, "said.notify.tried"));
        }

        private Reply tried(Visit visit, WayId id, String saidKey) {
            CompletableFuture<Sent> coming = ways.tryNow(visit.who(), personal, id);
            if (coming == null) {
                return refused(visit, "refused.notify.gone");
            }
            return switch (await(coming)) {
                case null -> new Reply.Onward(base, "said.notify.trying");
                case Sent.Delivered() -> new Reply.Onward(base, saidKey);
                case Sent.Failed(Failure why, String detail, Duration _) ->
                        failed(visit, words(visit, why, detail));
            };
        }

        private Reply failed(Visit visit, String why) {
            return ((Reply.Show) show(visit)).with(new org.menfang.hub.page.Notice(false, why));
        }

        private Reply pause(Visit visit) {
            return act(visit, id -> ways.pause(visit.who(), personal, id), "said.notify.paused");
        }

        private Reply resume(Visit visit) {
            return act(visit, id -> ways.resume(visit.who(), personal, id), "said.notify.resumed");
        }

        private Reply remove(Visit visit) {
            return act(visit, id -> ways.remove(visit.who(), personal, id), "said.notify.removed");
        }

        private Reply act(Visit visit, Act act, String saidKey) {
            return withWay(visit, id -> Answering.to(visit, act.on(id), base, saidKey, this::show));
        }

        private Reply withWay(Visit visit, Answer answer) {
            String id = visit.path("id");
            return WayId.isOne(id)
                    ? answer.to(new WayId(id))
                    : new Reply.Refused(Problem.NO_SUCH_THING);
        }

        private Reply refused(Visit visit, String key) {
            return Answering.to(visit, new Outcome.Refused(key), base, "", this::show);
        }
    }

    private interface Act {
        Outcome on(WayId id);
    }

    private interface Answer {
        Reply to(WayId id);
    }

    /// @return none if it takes too long
    private static @Nullable Sent await(CompletableFuture<Sent> coming) {
        try {
            return coming.get(TRY_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // It goes on; the page will say what became of it.
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a try ends with what became of it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static WayRow row(Visit visit, WayHealth each) {
        Way way = each.way();
        WayTrace trace = each.trace();
        Failure failure = trace.failure();
        boolean fails = each.state() == WayHealth.State.FAILS;
        return new WayRow(
                way.id().value(),
                way.name(),
                visit.text("notify.kind." + way.kind()),
                way.language().ownName(),
                visit.text("notify.state." + each.state()),
                card(each.state()),
                sign(each.state()),
                mark(each.state()),
                fails && failure != null ? words(visit, failure, trace.detail()) : "",
                moment(visit, trace.succeededAt()),
                moment(visit, trace.failedAt()),
                each.waiting(),
                way.paused());
    }

    private static String card(WayHealth.State state) {
        return switch (state) {
            case WORKS -> "done";
            case FAILS -> "urgent";
            case UNTRIED, STALE, PAUSED -> "waiting";
        };
    }

    private static String sign(WayHealth.State state) {
        return switch (state) {
            case WORKS -> "good";
            case FAILS -> "bad";
            case STALE -> "warn";
            case UNTRIED, PAUSED -> "plain";
        };
    }

    private static String mark(WayHealth.State state) {
        return switch (state) {
            case WORKS -> "✓";
            case FAILS, STALE -> "!";
            case UNTRIED -> "?";
            case PAUSED -> "‖";
        };
    }

    private static String moment(Visit visit, @Nullable Instant at) {
        return at == null ? visit.text("notify.never") : Times.minute(at, visit.zone());
    }

    private static String words(Visit visit, Failure why, String detail) {
        String text = visit.text("notify.failure." + why);
        return detail.isEmpty() ? text : text + " (" + detail + ")";
    }

    private static Optional<WayKind> kind(String name) {
        return Arrays.stream(WayKind.values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    private static Language language(Visit visit) {
        return switch (visit.field("language")) {
            case "ZH" -> Language.ZH;
            case "EN" -> Language.EN;
            default -> visit.language();
        };
    }

    /// @return empty for more than a browser lets anybody type
    private static Optional<WayAddress> address(Visit visit) {
        String target = visit.field("target");
        String secret = visit.field("secret");
        String template = visit.field("template");
        boolean bounded =
                target.length() <= WayAddress.TARGET_CHARS_MAX
                        && secret.length() <= WayAddress.SECRET_CHARS_MAX
                        && template.length() <= WayAddress.TEMPLATE_CHARS_MAX;
        return bounded ? Optional.of(new WayAddress(target, secret, template)) : Optional.empty();
    }
}
