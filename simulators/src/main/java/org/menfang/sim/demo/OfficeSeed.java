package org.menfang.sim.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Furnishes the office of a demo as a committee would: through the pages of the running hub, by
/// several persons, each signed in. What is there already is not added again, and a piece that
/// fails does not keep the others away.
public final class OfficeSeed {
    private static final Duration GATE_WAIT_MAX = Duration.ofSeconds(90);

    private final Office office;
    private final DemoWords words;
    private final Consumer<String> out;
    private int failed;

    private OfficeSeed(Office office, DemoWords words, Consumer<String> out) {
        this.office = office;
        this.words = words;
        this.out = out;
    }

    /// Furnishes it. The hub is ready, and a gate has joined it or is about to.
    ///
    /// @param pause waits a moment
    /// @param out takes each line that is to be told
    /// @return how many pieces could not be furnished
    static int furnish(DemoSetUp setUp, Office.Pause pause, DemoWords words, Consumer<String> out)
            throws InterruptedException {
        try (Office office = new Office(setUp, pause)) {
            return new OfficeSeed(office, words, out).furnish();
        }
    }

    private List<OfficePiece> pieces() {
        return List.of(
                new OfficePiece(OfficePiece.Name.TEAM, OfficeTeam::appoint),
                new OfficePiece(OfficePiece.Name.ROSTER, OfficeTeam::planWeek),
                new OfficePiece(OfficePiece.Name.TOUR, OfficePatrol::planTour),
                new OfficePiece(OfficePiece.Name.REPAIRS, OfficeCases::report),
                new OfficePiece(OfficePiece.Name.INCIDENT, OfficeCases::writeIncident),
                new OfficePiece(OfficePiece.Name.DECISIONS, OfficeCouncil::vote),
                new OfficePiece(OfficePiece.Name.MONEY, OfficeCouncil::keepAccounts),
                new OfficePiece(OfficePiece.Name.HOUSEHOLD, this::giveLink),
                new OfficePiece(OfficePiece.Name.PASS, OfficeHomes::makePass),
                new OfficePiece(OfficePiece.Name.CARE, OfficeHomes::lookAfter),
                new OfficePiece(OfficePiece.Name.WIRE, OfficeWire::cutAndMend),
                new OfficePiece(OfficePiece.Name.ROUND, OfficePatrol::walk));
    }

    private int furnish() throws InterruptedException {
        out.accept(words.furnishing());
        int added = 0;
        for (OfficePiece piece : pieces()) {
            added += furnish(piece);
        }
        out.accept(words.furnished(added > 0));
        return failed;
    }

    /// @return how many things it added
    private int furnish(OfficePiece piece) throws InterruptedException {
        String name = piece.name().in(words);
        try {
            awaitGate();
            piece.furnish().in(office);
            int added = office.addedSince();
            if (added > 0) {
                out.accept(words.pieceDone(name));
            }
            return added;
        } catch (IOException | DemoFailure e) {
            failed++;
            out.accept(words.pieceFailed(name, e));
            return office.addedSince();
        }
    }

    /// Most pages know a compound when its gate has been heard.
    private void awaitGate() throws IOException, InterruptedException, DemoFailure {
        long until = System.nanoTime() + GATE_WAIT_MAX.toNanos();
        while (!office.shows("/repairs/new", "value=\"" + office.compound() + "\"")) {
            if (System.nanoTime() > until) {
                throw new DemoFailure("/repairs/new: " + office.compound() + "?");
            }
            office.pause();
        }
    }

    private void giveLink(Office at) throws IOException, InterruptedException, DemoFailure {
        OfficeHomes.giveLink(at).ifPresent(link -> out.accept(words.householdLink(link)));
    }
}
