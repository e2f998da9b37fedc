package org.menfang.sim.bug;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.menfang.gate.Input;
import org.menfang.gate.ReaderFeedback;
import org.menfang.sim.SimulationPlan;
import org.menfang.sim.compound.Seams;
import org.menfang.sim.fault.FaultName;
import org.menfang.sim.fault.FaultPlan;
import org.menfang.site.PointRole;
import org.menfang.site.Site;
import org.menfang.vocabulary.EventStream;

/// A mistake in the software that the checks must notice, and the shortest days that show it.
// What is planted is a function, and nobody changes it.
@SuppressWarnings("ImmutableEnumChecker")
public enum PlantedBug {
    /// The exit buttons are not heard.
    REX_IGNORED(GateBugs.deafTo(input -> input instanceof Input.RexPressed)),
    /// The fire contact is not heard.
    FIRE_IGNORED(GateBugs.deafTo(input -> input instanceof Input.FireChanged), FaultName.FIRE),
    /// The contacts of doors are not heard.
    DOORS_UNWATCHED(GateBugs.deafTo(input -> input instanceof Input.MonitorChanged)),
    /// A vehicle under the arm of a barrier is not heard of.
    LOOP_IGNORED(
            GateBugs.deafTo(input -> input instanceof Input.LoopChanged loop && loop.occupied())),
    /// Nobody notices that the line of a lamp is cut.
    CUT_LINES_UNSEEN(GateBugs.deafTo(input -> input instanceof Input.LampLineChanged)),
    /// Cards are not read.
    CARDS_UNREAD(GateBugs.deafTo(input -> input instanceof Input.CardRead)),
    /// A command is obeyed again under another name.
    COMMAND_OBEYED_TWICE(GateBugs.obeysTwice()),
    /// The lamps are never switched on.
    LAMPS_STAY_DARK(GateBugs.neverSwitches(PointRole.LAMP, true)),
    /// The lamps are never switched off.
    LAMPS_BURN_BY_DAY(GateBugs.neverSwitches(PointRole.LAMP, false)),
    /// A lock that got power keeps it.
    LOCK_LEFT_ENERGISED(GateBugs.neverSwitches(PointRole.LOCK, false)),
    /// A lock never gets power.
    LOCK_NEVER_ENERGISED(GateBugs.neverSwitches(PointRole.LOCK, true)),
    /// Everybody is told no.
    EVERYBODY_DENIED(GateBugs.shows(ReaderFeedback.DENIED_UNKNOWN, ReaderFeedback.GRANTED)),
    /// Who is let in is not told so.
    GRANT_NOT_SHOWN(GateBugs.shows(ReaderFeedback.IDLE, ReaderFeedback.GRANTED)),
    /// A card that is denied opens.
    DENIED_CARD_OPENS(site -> GateBugs.opensToDenied(site.doors().getFirst().id())),
    /// Schedules are read hours off.
    CLOCK_HOURS_OFF(GateBugs.clockIsOff(Duration.ofHours(8))),
    /// A clock that nobody vouches for is believed.
    UNTRUSTED_CLOCK_BELIEVED(GateBugs.clockIsBelieved(), FaultName.CLOCK_DISTRUSTED),
    /// Heads of streams are never signed.
    HEADS_UNSIGNED(GateBugs.headsUnsigned()),
    /// Alarms do not leave the gate ahead of the rest, duress among them.
    ALARMS_NOT_SENT(GateBugs.silentAbout(EventStream.ALARMS)),
    /// Events do not leave the gate.
    EVENTS_NOT_SENT(GateBugs.silentAbout(EventStream.EVENTS)),
    /// Open alarms do not outlive a power cut.
    ALARMS_FORGOTTEN(GateBugs.alarmsForgotten(), FaultName.POWER_CUT),
    /// A gate goes on with its first rules, whatever was revoked since.
    REVOCATION_LOST(_ -> RuleBugs.neverNew(), FaultName.CARDS_LOST),
    /// A lost card opens.
    LOST_CARD_OPENS(RuleBugs::lostCardsAdmitted),
    /// A card that has expired opens.
    NOTHING_EXPIRES(RuleBugs::nothingExpires),
    /// A household passes as often as it likes.
    QUOTAS_IGNORED(RuleBugs::withoutQuotas),
    /// The hub acknowledges what it has not kept.
    ACKNOWLEDGED_BEFORE_COMMIT(HubBugs.acknowledgesBeforeCommit()),
    /// The hub loses events of what it acknowledges.
    HUB_LOSES_EVENTS(HubBugs.loses()),
    /// The hub stores other texts than came.
    HUB_ALTERS_TEXTS(HubBugs.altersTexts()),
    /// The hub stores wrong hashes.
    HUB_HASHES_WRONGLY(HubBugs.wrongHashes()),
    /// The hub does not tell gates what others granted.
    PEERS_NOT_TOLD(HubBugs.keepsPeersApart()),
    /// The hub never acknowledges.
    NEVER_ACKNOWLEDGED(HubBugs.neverAnswers());

    private static final int GATES = 2;
    private static final int HOUSEHOLDS = 15;

    private final Function<Site, Seams> seams;
    private final FaultPlan faults;

    PlantedBug(Seams seams, FaultName... faults) {
        this(_ -> seams, faults);
    }

    PlantedBug(Function<Site, Seams> seams, FaultName... faults) {
        this.seams = seams;
        EnumSet<FaultName> wanted = EnumSet.noneOf(FaultName.class);
        wanted.addAll(Arrays.asList(faults));
        this.faults = new FaultPlan(wanted);
    }

    /// The software with the mistake.
    public Seams in(Site site) {
        return seams.apply(site);
    }

    /// The days in which it must show itself; without the mistake every promise is kept in them.
    public SimulationPlan plan() {
        return new SimulationPlan(1, 1, GATES, HOUSEHOLDS, 100, faults);
    }

    /// As people write it: `rex-ignored`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PlantedBug> of(String word) {
        return Arrays.stream(values()).filter(bug -> bug.word().equals(word)).findFirst();
    }

    /// All of them, as people write them.
    public static String words() {
        return Arrays.stream(values()).map(PlantedBug::word).collect(Collectors.joining(", "));
    }
}
