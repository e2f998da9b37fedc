package org.menfang.hub.page;

import org.menfang.hub.book.Outcome;

/// Turns what became of an act into a reply.
public final class Answering {
    private Answering() {}

    /// Onward if it is done, and the same page with the reason if not.
    ///
    /// @param again makes the page that the form stands on
    public static Reply to(
            Visit visit, Outcome outcome, String onward, String saidKey, PageHandler again) {
        return switch (outcome) {
            case Outcome.Done _ -> new Reply.Onward(onward, saidKey);
            case Outcome.Refused(String key) -> refused(visit, again, visit.text(key));
            case Outcome.Failed _ -> refused(visit, again, visit.text("refused.storage"));
        };
    }

    private static Reply refused(Visit visit, PageHandler again, String why) {
        Reply page = again.answer(visit);
        return page instanceof Reply.Show show ? show.with(new Notice(false, why)) : page;
    }
}
