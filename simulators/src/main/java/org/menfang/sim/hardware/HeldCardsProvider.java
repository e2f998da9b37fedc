package org.menfang.sim.hardware;

import java.io.IOException;
import java.nio.file.Path;
import org.menfang.gate.hardware.Hardware;
import org.menfang.gate.hardware.HardwareProvider;
import org.menfang.site.Site;

/// Opens a board at which cards are held, which is chosen by the name `held-cards`: for measuring a
/// gate and nothing beside it.
public final class HeldCardsProvider implements HardwareProvider {
    /// The property that names the file of the cards, each a line of a reader and its bits.
    public static final String CARDS = "menfang.sim.cards";

    /// The property that says how often a card is held to a reader; once without it.
    public static final String TIMES = "menfang.sim.cards.times";

    /// What the board says when a lock moves for the first time.
    public static final String MOVED = "a lock moved";

    /// What the board says when there are no more cards.
    public static final String DONE = "all cards were held";

    @Override
    public String name() {
        return "held-cards";
    }

    @Override
    public Hardware open(Site site, Path dataFolder) throws IOException {
        String cards = System.getProperty(CARDS);
        if (cards == null) {
            throw new IOException("the property " + CARDS + " names no file of cards");
        }
        return new HeldCards(
                site, HeldCards.read(Path.of(cards)), Integer.getInteger(TIMES, 1), System.out);
    }
}
