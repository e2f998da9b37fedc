package org.menfang.hub.open;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.menfang.hub.page.Language;
import org.menfang.hub.print.Press;
import org.menfang.hub.print.Printed;
import org.menfang.vocabulary.CompoundId;

/// The report of a month as PDF, in both languages: who reads only one of them finds it there.
public final class MonthlyReport {
    /// How long one that was made is given to others as well: anybody may ask for it, and making it
    /// takes a second.
    private static final Duration FRESH_FOR = Duration.ofMinutes(10);

    private static final int KEPT_MAX = 24;

    private record Key(CompoundId compound, YearMonth month) {}

    private record Kept(Instant at, Printed printed) {}

    private final FactReader facts;
    private final Press press;
    private final BiFunction<Language, String, String> words;
    private final Map<Key, Kept> kept = new LinkedHashMap<>();

    /// @param words texts by language and key
    public MonthlyReport(
            FactReader facts, Press press, BiFunction<Language, String, String> words) {
        this.facts = facts;
        this.press = press;
        this.words = words;
    }

    /// One at a time: strangers cannot make the hub print without end.
    synchronized Printed print(CompoundId compound, YearMonth month, Instant now) {
        Key key = new Key(compound, month);
        Kept before = kept.get(key);
        if (before != null
                && !before.at().isAfter(now)
                && now.isBefore(before.at().plus(FRESH_FOR))) {
            return before.printed();
        }
        Printed printed = make(compound, month, now);
        if (printed instanceof Printed.Pdf) {
            if (kept.size() >= KEPT_MAX) {
                kept.remove(kept.keySet().iterator().next());
            }
            kept.put(key, new Kept(now, printed));
        }
        return printed;
    }

    private Printed make(CompoundId compound, YearMonth month, Instant now) {
        PublicFacts known = facts.month(compound, now, month);
        NamesOut names = facts.names();
        return press.print(
                "open/report.jte",
                Language.ZH,
                Map.of(
                        "month", month.toString(),
                        "sheet", sheet(Language.ZH, names, compound, known),
                        "english", sheet(Language.EN, names, compound, known)),
                now);
    }

    private Sheet sheet(Language language, NamesOut names, CompoundId compound, PublicFacts known) {
        Say say = new Say(key -> words.apply(language, key), facts.zone(), names);
        return SheetMaker.make(say, compound, known);
    }
}
