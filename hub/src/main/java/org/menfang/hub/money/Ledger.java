package org.menfang.hub.money;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.book.Entry;

/// The accounts of one compound, as they stand now.
final class Ledger {
    /// What an expense may be before it takes two keys, where nobody has said otherwise: 500 yuan.
    static final long TWO_KEYS_OVER_FEN_DEFAULT = 50_000;

    private final TreeMap<Long, Booking> bookings = new TreeMap<>();
    private final Set<String> receipts = new HashSet<>();
    private long twoKeysOverFen = TWO_KEYS_OVER_FEN_DEFAULT;
    private long balanceFen;
    private @Nullable YearMonth closed;

    void take(Entry entry, MoneyEntry change) {
        switch (change) {
            case MoneyEntry.IncomeBooked income -> put(Lines.of(entry, income));
            case MoneyEntry.ExpenseBooked expense -> {
                put(Lines.of(entry, expense));
                receipts.add(expense.receipt());
            }
            case MoneyEntry.Confirmed(var _, long number) ->
                    put(booking(number).confirmed(entry.by()));
            case MoneyEntry.Countered counter -> counter(entry, counter);
            case MoneyEntry.MonthClosed(var _, YearMonth month, long _) -> closed = month;
            case MoneyEntry.TwoKeysSet(var _, long overFen) -> twoKeysOverFen = overFen;
        }
    }

    private void counter(Entry entry, MoneyEntry.Countered counter) {
        Booking before = booking(counter.counters());
        receipts.remove(before.receipt());
        if (before.state() == Booking.State.WAITS) {
            put(before.in(Booking.State.WITHDRAWN));
        } else {
            put(before.in(Booking.State.TAKEN_BACK));
            put(Lines.of(entry, counter, before));
        }
    }

    private void put(Booking booking) {
        Booking before = bookings.put(booking.number(), booking);
        balanceFen += booking.effectFen() - (before == null ? 0 : before.effectFen());
    }

    private Booking booking(long number) {
        return find(number)
                .orElseThrow(() -> new IllegalStateException("no booking has number " + number));
    }

    Optional<Booking> find(long number) {
        return Optional.ofNullable(bookings.get(number));
    }

    /// In the order of their numbers.
    Collection<Booking> all() {
        return bookings.values();
    }

    long nextNumber() {
        return bookings.isEmpty() ? 1 : bookings.lastKey() + 1;
    }

    long balanceFen() {
        return balanceFen;
    }

    /// What stands at the end of a month.
    long balanceFen(YearMonth month) {
        return bookings.values().stream()
                .filter(each -> !YearMonth.from(each.day()).isAfter(month))
                .mapToLong(Booking::effectFen)
                .sum();
    }

    long twoKeysOverFen() {
        return twoKeysOverFen;
    }

    boolean isUsed(String receipt) {
        return receipts.contains(receipt);
    }

    Optional<YearMonth> closed() {
        return Optional.ofNullable(closed);
    }

    boolean isClosed(LocalDate day) {
        return closed != null && !YearMonth.from(day).isAfter(closed);
    }

    boolean waits(YearMonth month) {
        return bookings.values().stream()
                .anyMatch(each ->
                        each.state() == Booking.State.WAITS
                                && !YearMonth.from(each.day()).isAfter(month));
    }

    /// The month of the first booking.
    Optional<YearMonth> first() {
        return bookings.values().stream()
                .map(each -> YearMonth.from(each.day()))
                .min(YearMonth::compareTo);
    }

    List<Booking> of(YearMonth month) {
        return bookings.values().stream()
                .filter(each -> YearMonth.from(each.day()).equals(month))
                .toList();
    }
}
