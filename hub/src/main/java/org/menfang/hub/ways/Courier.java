package org.menfang.hub.ways;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.notify.AddressRule;
import org.menfang.hub.notify.Delivery;
import org.menfang.hub.notify.Failure;
import org.menfang.hub.notify.Message;
import org.menfang.hub.notify.Sent;
import org.menfang.hub.notify.Way;
import org.menfang.hub.notify.WayAddress;

/// Brings messages to where they belong.
public final class Courier implements Delivery, AutoCloseable {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    /// What stands in every message beside the text.
    ///
    /// @param compound what people call the compound; empty for nothing
    /// @param link to the board; none where people cannot reach it from outside
    public record Heading(String compound, @Nullable String link) {}

    private final AddressRule rule;
    private final Heading heading;
    private final Modem modem;
    private final InstantSource clock;
    private final WebPost web;
    private final GroupRobot robots;
    private final PushService push;
    private final WebHook hook;

    public Courier(AddressRule rule, Heading heading, Modem modem, InstantSource clock) {
        this(rule, heading, modem, clock, ANSWER_MAX);
    }

    Courier(
            AddressRule rule,
            Heading heading,
            Modem modem,
            InstantSource clock,
            Duration answerMax) {
        this.rule = rule;
        this.heading = heading;
        this.modem = modem;
        this.clock = clock;
        this.web = new WebPost(answerMax);
        this.robots = new GroupRobot(web);
        this.push = new PushService(web);
        this.hook = new WebHook(web);
    }

    @Override
    public Sent send(Way way, WayAddress address, Message message) {
        if (rule.fault(way.kind(), address).isPresent()) {
            // The rule has become stricter since the way was set up.
            return Sent.failed(Failure.NO_ADDRESS, "");
        }
        Outgoing out =
                Outgoing.of(heading.compound(), message.text(), heading.link(), message.urgency());
        return switch (way.kind()) {
            case WECOM -> robots.weCom(address, out);
            case DINGTALK -> robots.dingTalk(address, out, clock.instant());
            case FEISHU -> robots.feishu(address, out, clock.instant());
            case BARK -> push.bark(address, out);
            case NTFY -> push.ntfy(address, out);
            case WEB_HOOK -> hook.send(address, out);
            case SMS -> modem.send(address, out);
        };
    }

    @Override
    public void close() {
        web.close();
    }
}
