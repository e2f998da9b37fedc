package org.menfang.sim.check;

import java.util.List;
import java.util.Set;
import org.menfang.gate.port.SunTimes;
import org.menfang.rules.RuleSet;
import org.menfang.sim.compound.Compound;
import org.menfang.sim.fault.Weather;
import org.menfang.vocabulary.GateId;

/// All promises that are watched in a simulated compound.
public final class Checks {
    private final Compound compound;
    private final RuleSet rules;
    private final SunTimes sun;
    private final Excuses excuses;

    private Checks(Compound compound, Weather weather, RuleSet rules, SunTimes sun) {
        this.compound = compound;
        this.rules = rules;
        this.sun = sun;
        excuses = new Excuses(compound, weather);
    }

    /// @param rules the first ones; later ones are read from the disks of the gates
    public static List<Check> of(Compound compound, Weather weather, RuleSet rules, SunTimes sun) {
        return new Checks(compound, weather, rules, sun).all();
    }

    private List<Check> all() {
        Set<GateId> gates = compound.gates().keySet();
        AlarmsStay alarms = new AlarmsStay(excuses);
        return List.of(
                alarms,
                new GatesAndHubAgree(compound, excuses, alarms),
                new HubHoldsWhatGatesWrote(compound, excuses),
                new SeqIsUsedOnce(excuses),
                new CommandsActOnce(excuses),
                new AtEachGate(gates, RulesGoForward::new),
                new AtEachGate(gates, gate -> new FireOpens(compound.house(gate), excuses)),
                new AtEachGate(gates, gate -> new ArmsComeDownOnNothing(compound.house(gate))),
                new AtEachGate(gates, gate -> new LocksRest(compound.house(gate), excuses)),
                new AtEachGate(gates, gate -> new HeadsAreSigned(compound.house(gate), excuses)),
                new OnlyWhoMayPasses(new Rights(compound, excuses), excuses),
                new NobodyIsKeptIn(),
                new AtEachGate(gates, gate -> new WrongsRaiseAlarms(gate, excuses)),
                new AtEachGate(gates, gate -> new MisuseRaisesAlarms(gate, excuses)),
                new AtEachGate(
                        gates, gate -> new LockdownsEnd(compound.house(gate), rules, excuses)),
                new AtEachGate(
                        gates,
                        gate ->
                                new LampsBurnAtNight(
                                        compound.house(gate).devices(), sun, excuses)));
    }
}
