package org.menfang.gate.app;

import java.util.Locale;
import java.util.Optional;
import org.menfang.vocabulary.AlarmSource;
import org.menfang.wire.EventBody;

/// What a gate does, in a line for its log. No holder, no household, no card, no operator: the
/// journal knows who; the log is read by whoever mends the board.
final class PlainWords {
    private PlainWords() {}

    /// The line for an event; empty for what is of no interest here.
    static Optional<String> of(EventBody event) {
        String line =
                switch (event) {
                    case EventBody.AccessGranted granted ->
                            "granted at " + granted.accessPoint() + ": door " + granted.door();
                    case EventBody.ExitRequested exit ->
                            "exit at " + exit.accessPoint() + ": door " + exit.door();
                    case EventBody.AccessGrantedByOperator granted ->
                            "released from the hub: door " + granted.door();
                    case EventBody.AccessDenied denied ->
                            "denied at " + denied.accessPoint() + ": " + words(denied.reason());
                    case EventBody.DoorModeChanged changed ->
                            "door " + changed.door() + " is now " + words(changed.mode());
                    case EventBody.AlarmRaised raised ->
                            "ALARM %s: %s, %s%s"
                                    .formatted(
                                            raised.alarm(),
                                            words(raised.kind()),
                                            words(raised.source()),
                                            detail(raised.detail()));
                    case EventBody.AlarmReturned returned ->
                            "alarm " + returned.alarm() + ": its cause is gone";
                    case EventBody.AlarmAcknowledged acknowledged ->
                            "alarm " + acknowledged.alarm() + ": somebody has seen it";
                    case EventBody.AlarmReset reset ->
                            "alarm " + reset.alarm() + ": somebody has reset it";
                    case EventBody.LampSwitched lamp ->
                            "lamp " + lamp.lamp() + (lamp.on() ? " on" : " off");
                    case EventBody.PictureMissed missed ->
                            "no picture of " + missed.camera() + ": " + missed.why();
                    case EventBody.BadReadsCounted reads ->
                            reads.count() + " more bad reads at " + reads.reader();
                    case EventBody.CommandAnswered answered ->
                            "command of the hub: " + words(answered.outcome());
                    case EventBody.GateStarted started ->
                            "the gate decides, version " + started.version();
                    case EventBody.GateStopped stopped -> "the gate stops: " + stopped.why();
                    case EventBody.TimeTrustChanged changed ->
                            "the clock is now " + words(changed.trust());
                    case EventBody.RulesApplied rules ->
                            "rules of version %d are in force: %d credentials"
                                    .formatted(rules.version(), rules.credentials());
                    case EventBody.RulesRefused refused ->
                            "a rule set was refused: " + refused.why();
                    case EventBody.LevelChanged changed ->
                            "the level is now " + words(changed.level());
                    case EventBody.QuotaExceeded exceeded ->
                            "household %s has used quota %s %d times"
                                    .formatted(
                                            exceeded.household(),
                                            exceeded.quota(),
                                            exceeded.uses().size());
                    case EventBody.PlaceForgiven forgiven ->
                            "where " + forgiven.holder() + " is was forgotten";
                    case EventBody.CredentialLockedOut locked ->
                            "%s is locked out for %d s"
                                    .formatted(locked.credential(), locked.seconds());
                    case EventBody.EventsDropped dropped ->
                            "%s %d to %d were dropped: %s"
                                    .formatted(
                                            dropped.stream().wireName(),
                                            dropped.fromSeq(),
                                            dropped.toSeq(),
                                            dropped.why());
                    case EventBody.AccessTaken _,
                            EventBody.AccessNotTaken _,
                            EventBody.DoorOpened _,
                            EventBody.DoorClosed _,
                            EventBody.PictureTaken _,
                            EventBody.HeadSigned _,
                            EventBody.Unrecognised _ ->
                            "";
                };
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String words(AlarmSource source) {
        return words(source.kind()) + " " + source.id();
    }

    private static String detail(String detail) {
        return detail.isEmpty() ? "" : " (" + detail + ")";
    }
}
