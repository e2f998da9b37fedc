package org.menfang.sim;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.menfang.hub.board.AlarmCard;
import org.menfang.hub.board.Desk;
import org.menfang.sim.compound.Compound;
import org.menfang.sim.time.Agenda;
import org.menfang.vocabulary.AlarmState;
import org.menfang.vocabulary.OperatorName;

/// The patrol at its desk: answers all alarms twice a day, and resets those whose cause is gone.
final class Patrol {
    private static final OperatorName NAME = new OperatorName("王芳");
    private static final List<LocalTime> TIMES = List.of(LocalTime.of(7, 30), LocalTime.of(22, 0));

    private final Compound compound;

    Patrol(Compound compound) {
        this.compound = compound;
    }

    /// Comes on so many days.
    void plan(LocalDate first, int days, ZoneId zone) {
        Agenda agenda = new Agenda(compound.timeline(), compound.clock());
        for (int day = 0; day < days; day++) {
            for (LocalTime time : TIMES) {
                Instant when = first.plusDays(day).atTime(time).atZone(zone).toInstant();
                if (when.isAfter(compound.clock().world())) {
                    agenda.at(when, this::answer);
                }
            }
        }
    }

    private void answer() {
        compound.hub().desk().ifPresent(Patrol::answer);
    }

    private static void answer(Desk desk) {
        for (AlarmCard alarm : desk.board().alarms()) {
            desk.acknowledge(alarm.ref(), NAME);
            if (alarm.state() == AlarmState.RETURNED || alarm.state() == AlarmState.LATCHED) {
                desk.reset(alarm.ref(), NAME);
            }
        }
    }
}
