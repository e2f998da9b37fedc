package org.menfang.hub.rights;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.menfang.hub.book.Book;
import org.menfang.hub.book.EntryBody;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.hub.office.Timed;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.vocabulary.OperatorName;

/// Where grave acts are proposed, confirmed and refused. Any thread may call it.
///
/// An act that was confirmed is carried out at once, by the thread that confirms. If the hub stops
/// before it knows what became of it, it is not carried out again: the log says that somebody has
/// to look.
public final class GraveBook implements GraveDesk, Timed {
    /// Most acts that wait for a second person at once.
    public static final int WAITING_MAX = 50;

    /// Longest act as JSON; what is larger lies in a file whose hash the act carries.
    public static final int ACT_CHARS_MAX = 32_000;

    public static final int SUBJECT_CHARS_MAX = 400;
    public static final int REASON_CHARS_MAX = 200;

    private static final System.Logger LOG = System.getLogger(GraveBook.class.getName());

    private final Book book;
    private final GraveCases cases;
    private final Rights rights;
    private final Map<String, Performing<?>> performers = new ConcurrentHashMap<>();
    private final Set<Integer> underWay = ConcurrentHashMap.newKeySet();

    public GraveBook(Book book, GraveCases cases, Rights rights) {
        this.book = book;
        this.cases = cases;
        this.rights = rights;
    }

    /// One kind of act with the one who carries it out.
    private record Performing<A extends GraveAct>(
            String name, Class<A> type, GravePerformer<A> performer) {
        Outcome perform(String json, OperatorName executed, OperatorName checked) {
            return switch (Json.parse(json.getBytes(StandardCharsets.UTF_8), type)) {
                case Parsed.Read<A>(A act) -> performer.perform(act, executed, checked);
                case Parsed.Malformed<A>(String why) ->
                        new Outcome.Failed("the act " + name + " cannot be read: " + why);
            };
        }
    }

    @Override
    public <A extends GraveAct> void register(
            String name, Class<A> type, GravePerformer<A> performer) {
        boolean known =
                performers.putIfAbsent(name, new Performing<>(name, type, performer)) != null
                        || performers.values().stream()
                                .anyMatch(each ->
                                        each.type().equals(type) && !each.name().equals(name));
        if (known) {
            throw new IllegalArgumentException("two perform the grave act " + name);
        }
    }

    @Override
    public Outcome propose(OperatorName by, GraveAct act) {
        String name =
                performers.values().stream()
                        .filter(each -> each.type().isInstance(act))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("nobody performs " + act))
                        .name();
        String json = new String(Json.write(act), StandardCharsets.UTF_8);
        return book.decide(by, now -> judgeProposal(by, now, name, act, json));
    }

    private Verdict judgeProposal(
            OperatorName by, Instant now, String name, GraveAct act, String json) {
        if (rights.rolesOf(by).isEmpty()) {
            return Verdict.refuse("refused.rights.no-role");
        }
        if (json.length() > ACT_CHARS_MAX
                || act.subject().length() > SUBJECT_CHARS_MAX
                || act.subjectInEnglish().length() > SUBJECT_CHARS_MAX) {
            return Verdict.refuse("refused.rights.act-too-large");
        }
        if (cases.waiting(now).size() >= WAITING_MAX) {
            return Verdict.refuse("refused.rights.too-many-wait");
        }
        return Verdict.write(
                new GraveEntry.Proposed(
                        cases.nextNumber(),
                        act.kind(),
                        name,
                        act.subject(),
                        act.subjectInEnglish(),
                        json));
    }

    /// The second person agrees, and the act is carried out.
    ///
    /// @return what became of the act itself
    public Outcome confirm(OperatorName by, int number) {
        Outcome agreed =
                book.decide(
                        by,
                        now -> {
                            Verdict verdict = judgeConfirmation(by, now, number);
                            if (verdict instanceof Verdict.Write) {
                                underWay.add(number);
                            }
                            return verdict;
                        });
        return switch (agreed) {
            case Outcome.Done _ -> {
                try {
                    yield carryOut(number);
                } finally {
                    underWay.remove(number);
                }
            }
            case Outcome.Refused refused -> refused;
            case Outcome.Failed failed -> {
                underWay.remove(number);
                yield failed;
            }
        };
    }

    private Verdict judgeConfirmation(OperatorName by, Instant now, int number) {
        Optional<String> refusal = whyNot(by, now, number);
        return refusal.map(Verdict::refuse)
                .orElseGet(() -> Verdict.write(new GraveEntry.Confirmed(number)));
    }

    /// Why somebody cannot be the second person of an act now: the key of a text; empty if this
    /// person can. Called under the lock of the book.
    Optional<String> whyNot(OperatorName by, Instant now, int number) {
        Optional<GraveCase> found = cases.find(number);
        if (found.isEmpty()) {
            return Optional.of("refused.rights.no-such-act");
        }
        GraveCase act = found.get();
        if (act.state() != GraveCase.State.WAITING) {
            return Optional.of("refused.rights.decided");
        }
        if (act.isTooLate(now)) {
            return Optional.of("refused.rights.too-late");
        }
        if (act.proposedBy().equals(by)) {
            return Optional.of("refused.rights.same-person");
        }
        if (!rights.may(by, Right.CONFIRM) && !rights.may(by, act.kind().right())) {
            return Optional.of("refused.rights.may-not-confirm");
        }
        if (rights.rolesOf(act.proposedBy()).isEmpty()) {
            return Optional.of("refused.rights.proposer-left");
        }
        if (!rights.areOfTwoBodies(act.proposedBy(), by)) {
            return Optional.of("refused.rights.same-body");
        }
        return performs(number) ? Optional.empty() : Optional.of("refused.rights.no-performer");
    }

    private boolean performs(int number) {
        return cases.open(number).filter(act -> performers.containsKey(act.name())).isPresent();
    }

    private Outcome carryOut(int number) {
        GraveCase agreed = book.read(() -> cases.find(number).orElseThrow());
        GraveCases.Open act = book.read(() -> cases.open(number).orElseThrow());
        OperatorName executed = agreed.proposedBy();
        OperatorName checked = agreed.decidedBy();
        if (checked == null) {
            throw new IllegalStateException("nobody has confirmed act " + number);
        }
        Outcome outcome = perform(act, executed, checked);
        EntryBody became =
                switch (outcome) {
                    case Outcome.Done _ ->
                            carried(number, executed, checked, GraveEntry.Result.DONE, "");
                    case Outcome.Refused(String key) ->
                            carried(number, executed, checked, GraveEntry.Result.NOT_POSSIBLE, key);
                    case Outcome.Failed(String why) ->
                            carried(number, executed, checked, GraveEntry.Result.FAILED, why);
                };
        Outcome noted = book.decide(Book.HUB, _ -> Verdict.write(became));
        if (noted instanceof Outcome.Failed(String why)) {
            // The next tick writes it down as broken off, so that somebody looks.
            LOG.log(
                    System.Logger.Level.ERROR,
                    "what became of act {0} is not noted: {1}",
                    number,
                    why);
        }
        return outcome;
    }

    private Outcome perform(GraveCases.Open act, OperatorName executed, OperatorName checked) {
        Performing<?> performing = performers.get(act.name());
        if (performing == null) {
            throw new IllegalStateException("nobody performs " + act.name());
        }
        try {
            return performing.perform(act.act(), executed, checked);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the grave act " + act.name() + " failed", e);
            return new Outcome.Failed(e.toString());
        }
    }

    private static GraveEntry.CarriedOut carried(
            int number,
            OperatorName executed,
            OperatorName checked,
            GraveEntry.Result result,
            String why) {
        String bounded = why.substring(0, Math.min(why.length(), REASON_CHARS_MAX));
        return new GraveEntry.CarriedOut(number, executed, checked, result, bounded);
    }

    /// Ends an act that waits: who may confirm it refuses it, who proposed it takes it back.
    public Outcome refuse(OperatorName by, int number, String reason) {
        return book.decide(by, now -> judgeRefusal(by, now, number, reason));
    }

    private Verdict judgeRefusal(OperatorName by, Instant now, int number, String reason) {
        if (!isSaid(reason)) {
            return Verdict.refuse("refused.rights.reason");
        }
        boolean own =
                cases.find(number)
                        .filter(act ->
                                act.proposedBy().equals(by)
                                        && act.state() == GraveCase.State.WAITING
                                        && !act.isTooLate(now))
                        .isPresent();
        Optional<String> refusal = own ? Optional.empty() : whyNotRefuse(by, now, number);
        return refusal.map(Verdict::refuse)
                .orElseGet(() -> Verdict.write(new GraveEntry.Refused(number, reason)));
    }

    /// An act whose proposer has left, or that nobody performs any more, can still be refused.
    private Optional<String> whyNotRefuse(OperatorName by, Instant now, int number) {
        return whyNot(by, now, number)
                .filter(key ->
                        !key.equals("refused.rights.proposer-left")
                                && !key.equals("refused.rights.no-performer"));
    }

    /// What waits, as one person sees it, the oldest first.
    List<Waiting> waiting(OperatorName who, Instant now) {
        return book.read(() ->
                cases.waiting(now).stream()
                        .map(act -> new Waiting(act, whyNot(who, now, act.number())))
                        .toList());
    }

    /// @param whyNot why the person who looks cannot confirm it: the key of a text
    record Waiting(GraveCase act, Optional<String> whyNot) {}

    /// What became of those that do not wait any more, the newest first.
    List<GraveCase> closed(int countMax) {
        return book.read(() -> cases.closed(countMax));
    }

    private static boolean isSaid(String text) {
        return !text.isBlank()
                && text.length() <= REASON_CHARS_MAX
                && text.chars().noneMatch(Character::isISOControl);
    }

    /// Ends what waited too long, and names what the end of the hub broke off.
    @Override
    public void tick(Instant now) {
        boolean due = book.read(() -> overdue(now).findAny().isPresent());
        if (due) {
            book.decide(Book.HUB, at -> new Verdict.Write(overdue(at).toList()));
        }
    }

    private Stream<EntryBody> overdue(Instant now) {
        Stream<EntryBody> expired =
                cases.openOnes(GraveCase.State.WAITING).stream()
                        .filter(act -> act.isTooLate(now))
                        .map(act -> new GraveEntry.Expired(act.number()));
        Stream<EntryBody> brokenOff =
                cases.openOnes(GraveCase.State.CONFIRMED).stream()
                        .filter(act -> !underWay.contains(act.number()))
                        .map(GraveBook::brokenOff);
        return Stream.concat(expired, brokenOff);
    }

    private static EntryBody brokenOff(GraveCase act) {
        OperatorName checked = act.decidedBy();
        return carried(
                act.number(),
                act.proposedBy(),
                checked == null ? Book.HUB : checked,
                GraveEntry.Result.BROKEN_OFF,
                "");
    }
}
