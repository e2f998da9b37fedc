package org.menfang.hub.repair;

import java.util.Optional;
import org.menfang.hub.book.Outcome;
import org.menfang.hub.book.Verdict;
import org.menfang.vocabulary.OperatorName;

/// What a person can do with a repair on its page.
public enum Handwork {
    ACCEPT("accept", Note.NONE),
    BEGIN("begin", Note.NONE),
    FINISH("finish", Note.MAY),
    CHECK("check", Note.MAY),
    SEND_BACK("send-back", Note.MUST),
    GIVE_BACK("give-back", Note.MUST),
    NOTHING_TO_MEND("nothing-to-mend", Note.MUST);

    /// Whether words go with it.
    public enum Note {
        NONE,
        MAY,
        MUST
    }

    /// Any text that is not empty: what counts for an offer is everything else.
    private static final String SOME_WORDS = "?";

    private final String path;
    private final Note note;

    Handwork(String path, Note note) {
        this.path = path;
        this.note = note;
    }

    /// The last part of its address.
    public String path() {
        return path;
    }

    public Note note() {
        return note;
    }

    static Optional<Handwork> find(String path) {
        for (Handwork each : values()) {
            if (each.path.equals(path)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /// Whether a person may do it now and it would change something.
    boolean isFor(Repair repair, OperatorName who) {
        Verdict verdict =
                switch (this) {
                    case ACCEPT -> RepairRules.accept(repair, who);
                    case BEGIN -> RepairRules.begin(repair, who);
                    case FINISH -> RepairRules.finish(repair, who, SOME_WORDS);
                    case CHECK -> RepairRules.check(repair, who, SOME_WORDS);
                    case SEND_BACK -> RepairRules.sendBack(repair, who, SOME_WORDS);
                    case GIVE_BACK -> RepairRules.giveBack(repair, who, SOME_WORDS);
                    case NOTHING_TO_MEND -> RepairRules.nothingToMend(repair, who, SOME_WORDS);
                };
        return verdict instanceof Verdict.Write(var bodies) && !bodies.isEmpty();
    }

    Outcome perform(RepairBook repairs, OperatorName by, int number, String words) {
        return switch (this) {
            case ACCEPT -> repairs.accept(by, number);
            case BEGIN -> repairs.begin(by, number);
            case FINISH -> repairs.finish(by, number, words);
            case CHECK -> repairs.check(by, number, words);
            case SEND_BACK -> repairs.sendBack(by, number, words);
            case GIVE_BACK -> repairs.giveBack(by, number, words);
            case NOTHING_TO_MEND -> repairs.nothingToMend(by, number, words);
        };
    }
}
