package org.menfang.gate.app.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.menfang.gate.hublink.HubProbe;
import org.menfang.gate.signs.GateSigns.HubSigns;

/// The way to the hub, the certificate of the gate, and what waits to be sent.
final class HubFindings {
    static final long OWN_DAYS_MIN = 30;
    static final long HUB_DAYS_MIN = 14;

    /// As many as a gate sends within a minute.
    static final long WAITING_EVENTS_MAX = 1_000;

    private HubFindings() {}

    /// The gate's own certificate.
    sealed interface KeysReading {
        record NotJoined() implements KeysReading {}

        record Damaged(String why) implements KeysReading {}

        record Joined(Instant until) implements KeysReading {}
    }

    /// @param place host and port of the broker
    /// @param probe how far the way there goes; none where that took too long
    record HubReading(String place, KeysReading keys, HubProbe.@Nullable Result probe) {}

    /// @param hub empty for a gate that stands alone
    /// @param signs what the running gate says of its link; none where none does
    static List<Finding> of(Optional<HubReading> hub, @Nullable HubSigns signs, Instant now) {
        if (hub.isEmpty()) {
            return List.of(
                    finding(
                            "hub",
                            new Words("值班中心", "hub"),
                            new Words("配置里没有：独立运行", "none in the site file: it stands alone"),
                            Diagnosis.FINE));
        }
        List<Finding> all = new ArrayList<>();
        all.add(certificate(hub.get().keys(), now));
        all.add(broker(hub.get(), now));
        if (signs != null) {
            all.add(link(signs));
            if (signs.linked()) {
                all.add(online(signs));
            }
            all.add(backlog(signs));
        }
        return all;
    }

    private static Finding certificate(KeysReading keys, Instant now) {
        Words title = new Words("大门证书", "own certificate");
        return switch (keys) {
            case KeysReading.NotJoined() ->
                    finding(
                            "hub.certificate",
                            title,
                            new Words("还没有加入", "it has not joined"),
                            Diagnosis.NOT_JOINED);
            case KeysReading.Damaged(String why) ->
                    finding("hub.certificate", title, Words.same(why), Diagnosis.KEYS_DAMAGED);
            case KeysReading.Joined(Instant until) -> {
                long days = Duration.between(now, until).toDays();
                yield finding(
                        "hub.certificate",
                        title,
                        days(days, OWN_DAYS_MIN),
                        !until.isAfter(now)
                                ? Diagnosis.CERTIFICATE_OVER
                                : days < OWN_DAYS_MIN
                                        ? Diagnosis.CERTIFICATE_SOON
                                        : Diagnosis.FINE);
            }
        };
    }

    private static Words days(long days, long min) {
        return new Words(
                "还有 %d 天（至少 %d）".formatted(days, min),
                "%d days left (at least %d)".formatted(days, min));
    }

    private static Finding broker(HubReading hub, Instant now) {
        Words title = new Words("消息服务器", "broker");
        Words place = Words.same(hub.place());
        HubProbe.Result probe = hub.probe();
        if (probe == null) {
            return finding(
                    "hub.broker",
                    title,
                    place.and(new Words("太久没有结果", "no answer in time")),
                    Diagnosis.HUB_UNREACHABLE);
        }
        return switch (probe) {
            case HubProbe.Result.NameUnknown() ->
                    finding(
                            "hub.broker",
                            title,
                            place.and(new Words("名字查不到", "the name is not known")),
                            Diagnosis.HUB_NAME_UNKNOWN);
            case HubProbe.Result.Unreachable(String why) ->
                    finding(
                            "hub.broker",
                            title,
                            place.and(Words.same(why)),
                            Diagnosis.HUB_UNREACHABLE);
            case HubProbe.Result.Refused(String why) ->
                    finding("hub.broker", title, place.and(Words.same(why)), Diagnosis.HUB_REFUSED);
            case HubProbe.Result.Listens(String _) ->
                    finding(
                            "hub.broker",
                            title,
                            place.and(new Words("连得上", "it can be reached")),
                            Diagnosis.FINE);
            case HubProbe.Result.Reached(String _, String protocol, Instant until) -> {
                long days = Duration.between(now, until).toDays();
                yield finding(
                        "hub.broker",
                        title,
                        place.and(Words.same(protocol)).and(days(days, HUB_DAYS_MIN)),
                        days < HUB_DAYS_MIN ? Diagnosis.HUB_CERTIFICATE_SOON : Diagnosis.FINE);
            }
        };
    }

    private static Finding link(HubSigns signs) {
        Words title = new Words("连接", "link");
        if (signs.linked()) {
            return finding("hub.link", title, new Words("连着", "up"), Diagnosis.FINE);
        }
        return finding(
                "hub.link",
                title,
                new Words("断开", "down")
                        .and(
                                signs.trouble().isEmpty()
                                        ? new Words("还没有连上过", "it was never up")
                                        : Words.same(signs.trouble())),
                Diagnosis.LINK_DOWN);
    }

    private static Finding online(HubSigns signs) {
        return finding(
                "hub.online",
                new Words("中心程序", "hub"),
                signs.hubOnline() ? new Words("在线", "online") : new Words("不在", "away"),
                signs.hubOnline() ? Diagnosis.FINE : Diagnosis.HUB_AWAY);
    }

    private static Finding backlog(HubSigns signs) {
        return finding(
                "hub.backlog",
                new Words("未送到", "not yet sent"),
                new Words(
                        "记录 %d，警报 %d".formatted(signs.eventsWaiting(), signs.alarmsWaiting()),
                        "%d events, %d alarms"
                                .formatted(signs.eventsWaiting(), signs.alarmsWaiting())),
                signs.eventsWaiting() > WAITING_EVENTS_MAX ? Diagnosis.BACKLOG : Diagnosis.FINE);
    }

    private static Finding finding(String id, Words title, Words value, Diagnosis diagnosis) {
        return new Finding(Part.HUB, id, title, value, diagnosis);
    }
}
