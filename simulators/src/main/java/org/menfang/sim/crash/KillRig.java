package org.menfang.sim.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.menfang.sim.device.Card;
import org.menfang.sim.people.Habit;
import org.menfang.sim.people.Person;
import org.menfang.sim.people.Population;
import org.menfang.sim.rest.RestClient;
import org.menfang.sim.time.Chance;
import org.menfang.site.CardFormat;

/// Kills gate, hub and broker of a running compound while people use its doors, and compares in the
/// end what the gate wrote with what the hub holds.
public final class KillRig {
    private static final Duration SETTLE_WAIT_MAX = Duration.ofMinutes(3);
    private static final int BETWEEN_BLOWS_MILLIS_MAX = 1_500;
    private static final int DOWN_MILLIS_MAX = 1_500;
    private static final int GATE_CALLS_MAX = 500;
    private static final int HUB_CALLS_MAX = 300;
    private static final int LOG_CALLS_MAX = 150;

    /// What a hub writes while it takes in a batch.
    private static final String HUB_LOG = "hub.db-wal";

    private static final double NANOS_A_SECOND = 1e9;

    private final PowerCutShim shim;
    private final Path folder;

    /// @param folder of the rig's own; what failed stays in it
    public KillRig(PowerCutShim shim, Path folder) {
        this.shim = shim;
        this.folder = folder;
    }

    /// Whether mosquitto can be the broker.
    public static boolean hasOutsideBroker() {
        return OutsideBroker.isInstalled();
    }

    /// @param outsideBroker whether mosquitto is the broker; else it is the one inside the hub
    public KillTally run(int kills, long seed, boolean outsideBroker)
            throws IOException, InterruptedException, CrashFailure {
        Path own = folder.resolve((outsideBroker ? "kills-mosquitto-" : "kills-") + seed);
        Folders.remove(own);
        Round round = new Round(seed, outsideBroker);
        KillTally tally = round.run(own, kills);
        if (tally.failures().isEmpty()) {
            Folders.remove(own);
        }
        return tally;
    }

    private final class Round {
        private final long seed;
        private final boolean outsideBroker;
        private final Chance chance;
        private final List<Person> workers;
        private final Map<Blow, Integer> blows = new EnumMap<>(Blow.class);
        private final Finding finding = new Finding();
        private int inBatch;

        Round(long seed, boolean outsideBroker) {
            this.seed = seed;
            this.outsideBroker = outsideBroker;
            chance = Chance.of(seed, "kills");
            workers =
                    Population.of(seed).stream()
                            .filter(person -> person.habit() == Habit.WORKER)
                            .toList();
        }

        KillTally run(Path own, int kills) throws IOException, InterruptedException, CrashFailure {
            long begun = System.nanoTime();
            long deeds;
            try (LiveCompound compound = LiveCompound.start(own, shim, outsideBroker, seed)) {
                deeds = liveThrough(compound, kills);
                settle(compound);
                compound.stop(finding);
                long written =
                        new CompoundInspection(
                                        compound.gateData().resolve("gate.db"),
                                        compound.hubData().resolve("hub.db"),
                                        marker(),
                                        finding)
                                .compare();
                List<String> left = new ArrayList<>(LeftFiles.ofGate(compound.gateData()));
                left.addAll(LeftFiles.ofHub(compound.hubData()));
                finding.corruptUnless(left.isEmpty(), "left behind: " + left);
                return new KillTally(
                        outsideBroker ? "mosquitto as the broker" : "the hub's own broker",
                        blows,
                        inBatch,
                        deeds,
                        written,
                        finding.lostCount(),
                        left.size(),
                        (System.nanoTime() - begun) / NANOS_A_SECOND,
                        failures(own, kills));
            }
        }

        private List<String> failures(Path own, int kills) {
            return finding.isClean()
                    ? List.of()
                    : List.of(
                            "%s. Again: ./menfang crash --kills %d --seed %d; left in %s"
                                    .formatted(finding, kills, seed, own));
        }

        private long liveThrough(LiveCompound compound, int kills)
                throws IOException, InterruptedException, CrashFailure {
            List<Card> cards = workers.stream().limit(10).map(Person::card).toList();
            try (Traffic traffic =
                    new Traffic(compound.gateData(), cards, Chance.of(seed, "traffic"))) {
                List<Blow> possible = possible();
                for (int kill = 0; kill < kills; kill++) {
                    Blow blow = possible.get(kill % possible.size());
                    pause(BETWEEN_BLOWS_MILLIS_MAX);
                    strike(blow, compound);
                    blows.merge(blow, 1, Integer::sum);
                }
                pause(BETWEEN_BLOWS_MILLIS_MAX);
                return traffic.deeds();
            }
        }

        private List<Blow> possible() {
            List<Blow> all = new ArrayList<>(List.of(Blow.values()));
            if (!outsideBroker) {
                all.remove(Blow.KILL_BROKER);
            }
            return all;
        }

        private void strike(Blow blow, LiveCompound compound)
                throws IOException, InterruptedException, CrashFailure {
            switch (blow) {
                case KILL_GATE -> {
                    compound.killGate();
                    compound.startGate();
                }
                case CUT_GATE -> {
                    compound.killGate();
                    check(compound.startGateUntil(cut(GATE_CALLS_MAX, "", Fate.ANY)));
                    compound.startGate();
                }
                case KILL_BROKER -> {
                    compound.killBroker();
                    pause(DOWN_MILLIS_MAX);
                    compound.startBroker();
                }
                case KILL_HUB -> {
                    compound.killHub();
                    pause(DOWN_MILLIS_MAX);
                    compound.startHub();
                }
                case KILL_HUB_IN_A_BATCH -> {
                    CutReport report = cutHub(compound, cut(LOG_CALLS_MAX, HUB_LOG, Fate.KEEP));
                    inBatch += report.isDuringWrite() ? 1 : 0;
                }
                case CUT_HUB -> cutHub(compound, cut(HUB_CALLS_MAX, "", Fate.ANY));
            }
        }

        /// What piled up meanwhile comes when the hub is there again, and in the middle of it, it
        /// dies.
        private CutReport cutHub(LiveCompound compound, Cut cut)
                throws IOException, InterruptedException, CrashFailure {
            compound.killHub();
            pause(DOWN_MILLIS_MAX);
            CutReport report = compound.startHubUntil(cut);
            check(report);
            compound.startHub();
            return report;
        }

        private Cut cut(int callsMax, String only, Fate fate) {
            return new Cut(
                    chance.between(1, callsMax),
                    only,
                    chance.between(0, Integer.MAX_VALUE - 1),
                    fate);
        }

        private void check(CutReport report) throws CrashFailure {
            if (!report.begun() || !report.unmodelled().isEmpty()) {
                throw new CrashFailure("the shim does not see all: " + report);
            }
        }

        private void pause(int millisMax) {
            LockSupport.parkNanos(Duration.ofMillis(chance.between(1, millisMax)).toNanos());
        }

        /// Nobody shows the last card before that.
        private String marker() {
            return workers.getLast().card().identifier(CardFormat.WIEGAND_26).toString();
        }

        /// Once all is up again, what happens at a door reaches the hub, and so does all before it.
        private void settle(LiveCompound compound)
                throws IOException, InterruptedException, CrashFailure {
            Card card = workers.getLast().card();
            try (RestClient face = new RestClient(RestClient.portIn(compound.gateData()))) {
                finding.corruptUnless(
                        Traffic.present(face, "north-reader", card), "no reader takes a card");
            }
            finding.corruptUnless(
                    Waiting.until(SETTLE_WAIT_MAX, () -> compound.hubHolds("%" + marker() + "%")),
                    "what happened last never reached the hub");
        }
    }
}
