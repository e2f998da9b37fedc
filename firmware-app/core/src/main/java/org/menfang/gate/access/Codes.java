package org.menfang.gate.access;

import org.menfang.gate.Turn;
import org.menfang.gate.ledger.Ledger;
import org.menfang.gate.rule.AccessTable;
import org.menfang.gate.rule.KnownTime;
import org.menfang.gate.rule.Recognition;
import org.menfang.pass.PassPin;
import org.menfang.site.Site;
import org.menfang.tag.SunFault;
import org.menfang.tag.SunReader;
import org.menfang.tag.SunReading;
import org.menfang.vocabulary.PinCheck;

/// Makes a proof of a text before a reader, or of digits that were entered without a card.
final class Codes {
    private final TagDesk tags;
    private final PassDesk passes;

    Codes(Site site, Ledger ledger) {
        tags = new TagDesk(ledger);
        passes = new PassDesk(site, ledger);
    }

    /// A link is a tag's; everything else may be a pass.
    Proof read(Turn turn, AccessTable table, String text, KnownTime time) {
        SunReading reading = SunReader.read(text);
        boolean link =
                !(reading instanceof SunReading.Malformed(SunFault fault)
                        && fault == SunFault.NOT_A_LINK);
        return link ? tags.read(turn, table, reading) : passes.read(turn, table, text, time);
    }

    /// A PIN that somebody has, or the digits of a pass.
    Proof readDigits(AccessTable table, String digits, KnownTime time) {
        Recognition recognition = table.recognition();
        Recognition.LonePin pin = recognition.lonePin(digits).orElse(null);
        PassPin pins = recognition.passPins();
        boolean known = pin != null && table.credential(pin.credential()) != null;
        if (!known && pins != null && digits.length() == PassPin.DIGITS) {
            return passes.read(pins, digits, time);
        }
        if (pin == null) {
            return Proof.UNREADABLE;
        }
        Proof proof = Proof.ofNumber(table, pin.credential());
        return pin.duress() ? proof.with(PinCheck.DURESS) : proof;
    }
}
