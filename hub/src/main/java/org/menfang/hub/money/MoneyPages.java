package org.menfang.hub.money;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.page.Answering;
import org.menfang.hub.page.Notice;
import org.menfang.hub.page.PageTable;
import org.menfang.hub.page.Problem;
import org.menfang.hub.page.Reply;
import org.menfang.hub.page.Section;
import org.menfang.hub.page.Visit;
import org.menfang.hub.rights.GraveDesk;
import org.menfang.hub.rights.Right;
import org.menfang.vocabulary.CompoundId;
import org.menfang.vocabulary.Sha256;

/// The pages on which the committee keeps the accounts and others look into them.
public final class MoneyPages implements Section {
    private static final String ROOT = "/money";
    private static final int MONTHS_SHOWN_MAX = 24;

    private final MoneyBook money;
    private final ReceiptShelf receipts;
    private final Supplier<List<CompoundId>> compounds;

    /// @param compounds all compounds of this hub
    public MoneyPages(
            MoneyBook money, ReceiptShelf receipts, Supplier<List<CompoundId>> compounds) {
        this.money = money;
        this.receipts = receipts;
        this.compounds = compounds;
    }

    @Override
    public List<Entrance> entrances() {
        return List.of(new Entrance(ROOT, "money.title", Right.SEE_RECORDS));
    }

    @Override
    public void addTo(PageTable table) {
        table.get(ROOT, Right.SEE_RECORDS, _ -> first());
        table.get(ROOT + "/{compound}", Right.SEE_RECORDS, this::show);
        table.get(ROOT + "/{compound}/receipts/{digest}", Right.SEE_RECORDS, this::receipt);
        table.get(ROOT + "/{compound}/{month}", Right.SEE_RECORDS, this::showMonth);
        table.post(
                ROOT + "/{compound}/income",
                Right.KEEP_ACCOUNTS,
                visit -> act(visit, this::bookIncome, "said.money.booked"));
        table.post(ROOT + "/{compound}/expense", Right.KEEP_ACCOUNTS, this::bookExpense);
        table.post(
                ROOT + "/{compound}/confirm",
                Right.CONFIRM,
                visit -> act(visit, this::confirm, "said.money.confirmed"));
        table.post(
                ROOT + "/{compound}/counter",
                Right.KEEP_ACCOUNTS,
                visit -> act(visit, this::counter, "said.money.countered"));
        table.post(
                ROOT + "/{compound}/close",
                Right.KEEP_ACCOUNTS,
                visit -> act(visit, this::close, "said.money.closed"));
        table.grave(ROOT + "/{compound}/two-keys", Right.KEEP_ACCOUNTS, this::twoKeys);
    }

    private Reply first() {
        return compounds.get().stream()
                .findFirst()
                .<Reply>map(compound -> Reply.onward(ROOT + "/" + compound))
                .orElseGet(() -> Reply.show("money/none.jte", Map.of()));
    }

    private Optional<CompoundId> compound(Visit visit) {
        String name = visit.path("compound");
        return compounds.get().stream().filter(each -> each.value().equals(name)).findFirst();
    }

    private Reply show(Visit visit) {
        Optional<CompoundId> compound = compound(visit);
        if (compound.isEmpty()) {
            return new Reply.Refused(Problem.NO_SUCH_PAGE);
        }
        Accounts accounts = money.accounts(compound.get());
        YearMonth current = YearMonth.from(visit.now().atZone(visit.zone()));
        return Reply.show(
                "money/money.jte",
                Map.of(
                        "compound", compound.get().value(),
                        "compounds", compounds.get().stream().map(CompoundId::value).toList(),
                        "accounts", accounts,
                        "months", months(accounts, current),
                        "closable", closable(accounts, current),
                        "today", visit.now().atZone(visit.zone()).toLocalDate().toString(),
                        "mayKeep", visit.may(Right.KEEP_ACCOUNTS),
                        "mayConfirm", visit.may(Right.CONFIRM),
                        "who", visit.who().value()));
    }

    /// From the current month back to the first one.
    private static List<String> months(Accounts accounts, YearMonth current) {
        List<String> months = new ArrayList<>();
        YearMonth first = accounts.first().orElse(current);
        for (YearMonth month = current;
                !month.isBefore(first) && months.size() < MONTHS_SHOWN_MAX;
                month = month.minusMonths(1)) {
            months.add(month.toString());
        }
        return months;
    }

    /// The month that is to be closed next; empty where none is over.
    private static String closable(Accounts accounts, YearMonth current) {
        return accounts.closed()
                .map(last -> last.plusMonths(1))
                .or(accounts::first)
                .filter(month -> month.isBefore(current))
                .map(YearMonth::toString)
                .orElse("");
    }

    private Reply showMonth(Visit visit) {
        Optional<CompoundId> compound = compound(visit);
        Optional<YearMonth> month = readMonth(visit.path("month"));
        if (compound.isEmpty() || month.isEmpty()) {
            return new Reply.Refused(Problem.NO_SUCH_PAGE);
        }
        return Reply.show(
                "money/month.jte",
                Map.of(
                        "compound", compound.get().value(),
                        "accounts", money.month(compound.get(), month.get())));
    }

    private Reply receipt(Visit visit) {
        String digest = visit.path("digest").toLowerCase(Locale.ROOT);
        return compound(visit).isPresent() && digest.matches("[0-9a-f]{64}")
                ? receipts.find(new Sha256(digest))
                        .<Reply>map(
                                jpeg -> new Reply.File(digest + ".jpg", "image/jpeg", jpeg, true))
                        .orElseGet(() -> new Reply.Refused(Problem.NO_PICTURE))
                : new Reply.Refused(Problem.NO_SUCH_PAGE);
    }

    private interface Act {
        /// @throws DateTimeException if a day or a month is none
        Outcome by(Visit visit, CompoundId compound);
    }

    private Reply act(Visit visit, Act act, String said) {
        Optional<CompoundId> compound = compound(visit);
        if (compound.isEmpty()) {
            return new Reply.Refused(Problem.NO_SUCH_PAGE);
        }
        try {
            return Answering.to(
                    visit,
                    act.by(visit, compound.get()),
                    ROOT + "/" + compound.get(),
                    said,
                    this::show);
        } catch (DateTimeException | IllegalArgumentException e) {
            // Only a form that is not ours sends what is no day, no number or no choice.
            return new Reply.Refused(Problem.MALFORMED);
        }
    }

    private Outcome bookIncome(Visit visit, CompoundId compound) {
        return money.bookIncome(
                visit.who(),
                new MoneyBook.NewIncome(
                        compound,
                        LocalDate.parse(visit.field("day")),
                        IncomeSource.valueOf(visit.field("source")),
                        visit.field("yuan"),
                        visit.field("text")));
    }

    private Reply bookExpense(Visit visit) {
        Optional<Visit.Upload> upload = visit.upload("picture");
        Optional<Sha256> picture = upload.flatMap(file -> receipts.keep(file.bytes()));
        if (upload.isPresent() && picture.isEmpty()) {
            Reply page = show(visit);
            return page instanceof Reply.Show shown
                    ? shown.with(new Notice(false, visit.text("refused.money.picture")))
                    : page;
        }
        return act(
                visit,
                (seen, compound) -> bookExpense(seen, compound, picture.orElse(null)),
                "said.money.booked");
    }

    private Outcome bookExpense(Visit visit, CompoundId compound, @Nullable Sha256 picture) {
        return money.bookExpense(
                visit.who(),
                new MoneyBook.NewExpense(
                        compound,
                        LocalDate.parse(visit.field("day")),
                        ExpenseUse.valueOf(visit.field("use")),
                        visit.field("yuan"),
                        visit.field("text"),
                        visit.field("receipt"),
                        picture));
    }

    private Outcome confirm(Visit visit, CompoundId compound) {
        return money.confirm(visit.who(), compound, Long.parseLong(visit.field("number")));
    }

    private Outcome counter(Visit visit, CompoundId compound) {
        return money.counter(
                visit.who(), compound, Long.parseLong(visit.field("number")), visit.field("why"));
    }

    private Outcome close(Visit visit, CompoundId compound) {
        return money.close(visit.who(), compound, YearMonth.parse(visit.field("month")));
    }

    private Reply twoKeys(Visit visit) {
        return compound(visit)
                .map(compound ->
                        Answering.to(
                                visit,
                                money.proposeTwoKeys(visit.who(), compound, visit.field("yuan")),
                                GraveDesk.PAGE,
                                GraveDesk.PROPOSED,
                                this::show))
                .orElseGet(() -> new Reply.Refused(Problem.NO_SUCH_PAGE));
    }

    private static Optional<YearMonth> readMonth(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
