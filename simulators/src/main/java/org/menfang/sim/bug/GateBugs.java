package org.menfang.sim.bug;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.menfang.gate.Input;
import org.menfang.gate.JournalStart;
import org.menfang.gate.Memory;
import org.menfang.gate.Moment;
import org.menfang.gate.ReaderFeedback;
import org.menfang.gate.port.ForwardingJournal;
import org.menfang.gate.port.HubLink;
import org.menfang.gate.port.Inbox;
import org.menfang.gate.port.Journal;
import org.menfang.gate.port.Outputs;
import org.menfang.gate.port.Readers;
import org.menfang.gate.port.TimeSource;
import org.menfang.sim.compound.Seams;
import org.menfang.site.PointName;
import org.menfang.site.PointRole;
import org.menfang.vocabulary.CommandId;
import org.menfang.vocabulary.DoorId;
import org.menfang.vocabulary.EventStream;
import org.menfang.vocabulary.GateId;
import org.menfang.vocabulary.TimeTrust;
import org.menfang.wire.Command;
import org.menfang.wire.CommandResult;
import org.menfang.wire.GateLife;
import org.menfang.wire.GateState;

/// Gates that hear, do and tell the wrong things.
final class GateBugs {
    private GateBugs() {}

    /// Some of what a gate is told goes by unheard.
    static Seams deafTo(Predicate<Input> unheard) {
        return new Seams() {
            @Override
            public Inbox inbox(GateId gate, Inbox inbox) {
                return input -> {
                    if (!unheard.test(input)) {
                        inbox.offer(input);
                    }
                };
            }
        };
    }

    /// A command that comes is obeyed once more under another name, as by a gate that cannot tell
    /// that it has obeyed it.
    static Seams obeysTwice() {
        return new Seams() {
            @Override
            public Inbox inbox(GateId gate, Inbox inbox) {
                return input -> {
                    inbox.offer(input);
                    if (input instanceof Input.CommandReceived(var command)) {
                        inbox.offer(new Input.CommandReceived(again(command)));
                    }
                };
            }
        };
    }

    private static Command again(Command command) {
        return new Command(
                new CommandId(command.id() + "-again"),
                command.compound(),
                command.gate(),
                command.boot(),
                command.expiresAtUptimeMillis(),
                command.by(),
                command.order());
    }

    /// Outputs of a kind are never switched to a state.
    static Seams neverSwitches(PointRole role, boolean to) {
        return new ChangedPorts() {
            @Override
            public Outputs outputs(Outputs outputs) {
                return (PointName output, boolean energised) -> {
                    if (output.role() != role || energised != to) {
                        outputs.energise(output, energised);
                    }
                };
            }
        };
    }

    /// What a reader is to show is taken for something else.
    static Seams shows(ReaderFeedback instead, ReaderFeedback of) {
        return new ChangedPorts() {
            @Override
            public Readers readers(Readers readers, Outputs outputs) {
                return (reader, feedback) ->
                        readers.show(reader, feedback == of ? instead : feedback);
            }
        };
    }

    /// A card that is denied opens a gate all the same.
    static Seams opensToDenied(DoorId door) {
        return new ChangedPorts() {
            @Override
            public Readers readers(Readers readers, Outputs outputs) {
                return (reader, feedback) -> {
                    if (feedback.isDenial()) {
                        outputs.energise(PointName.lock(door), false);
                        readers.show(reader, ReaderFeedback.GRANTED);
                    } else {
                        readers.show(reader, feedback);
                    }
                };
            }
        };
    }

    /// What the clock says is changed before anybody hears it.
    static Seams time(UnaryOperator<Moment> change) {
        return new ChangedPorts() {
            @Override
            public TimeSource time(TimeSource time) {
                return () -> change.apply(time.now());
            }
        };
    }

    static Seams clockIsOff(Duration by) {
        return time(now -> new Moment(now.wall().plus(by), now.monotonic(), now.trust()));
    }

    static Seams clockIsBelieved() {
        return time(now -> new Moment(now.wall(), now.monotonic(), TimeTrust.TRUSTED));
    }

    /// The alarms that were open are forgotten by a start.
    static Seams alarmsForgotten() {
        return new Seams() {
            @Override
            public JournalStart start(GateId gate, JournalStart start) {
                return new JournalStart(
                        start.boot(),
                        start.lastEventSeq(),
                        start.lastAlarmSeq(),
                        start.acknowledgedEventSeq(),
                        start.acknowledgedAlarmSeq(),
                        start.lastEventTime(),
                        new Memory(List.of(), start.memory().modes()),
                        start.ledger());
            }
        };
    }

    static Seams headsUnsigned() {
        return new ChangedPorts() {
            @Override
            public Journal journal(Journal journal) {
                return new Unsigned(journal);
            }
        };
    }

    private record Unsigned(Journal to) implements ForwardingJournal {
        @Override
        public void signHead(EventStream stream, long seq) {}
    }

    /// What is published of a stream does not leave the gate.
    static Seams silentAbout(EventStream kept) {
        return new ChangedPorts() {
            @Override
            public HubLink hubLink(HubLink link) {
                return new Silent(link, kept);
            }
        };
    }

    private record Silent(HubLink link, EventStream kept) implements HubLink {
        @Override
        public void publish(EventStream stream, long fromSeq, long toSeq) {
            if (stream != kept) {
                link.publish(stream, fromSeq, toSeq);
            }
        }

        @Override
        public void publishState(GateState state) {
            link.publishState(state);
        }

        @Override
        public void announceLife(GateLife life) {
            link.announceLife(life);
        }

        @Override
        public void reportResult(CommandResult result) {
            link.reportResult(result);
        }
    }
}
