package org.menfang.hub.ways;

import java.net.URI;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.notify.Failure;
import org.menfang.hub.notify.Sent;
import org.menfang.hub.notify.WayAddress;
import org.menfang.json.Json;

/// The apps Bark and ntfy, on servers of one's own or public ones. In both, the last part of the
/// address is the secret that people copy from the app.
final class PushService {
    private static final int OK = 200;

    private final WebPost web;

    PushService(WebPost web) {
        this.web = web;
    }

    private record BarkBody(
            String device_key,
            String title,
            String body,
            String level,
            String group,
            @Nullable String url) {}

    private record NtfyBody(
            String topic, String title, String message, int priority, @Nullable String click) {}

    /// `github.com/Finb/bark-server/blob/master/docs/API_V2.md`; a success has `code` 200 in it.
    Sent bark(WayAddress address, Outgoing message) {
        Place place = Place.of(address.target());
        String level =
                switch (message.urgency()) {
                    case ALARM -> "critical";
                    case CALL -> "timeSensitive";
                    case NEWS -> "active";
                };
        BarkBody body =
                new BarkBody(
                        place.last(),
                        message.title(),
                        message.text(),
                        level,
                        Outgoing.WORD,
                        message.link());
        WebPost.Answer answer =
                web.post(
                        URI.create(place.before() + "push"),
                        GroupRobot.JSON_HEADERS,
                        Json.write(body));
        return switch (answer) {
            case WebPost.Answer.None(Sent.Failed why) -> why;
            case WebPost.Answer.Given given -> {
                OptionalLong code = JsonAnswer.number(given.body(), "code");
                Sent byStatus = JsonAnswer.ofStatus(given, null);
                if (byStatus instanceof Sent.Failed) {
                    yield byStatus;
                } else if (code.isEmpty()) {
                    yield Sent.failed(Failure.STRANGE_ANSWER, "status " + given.status());
                }
                yield code.getAsLong() == OK
                        ? byStatus
                        : Sent.failed(Failure.REFUSED, "code " + code.getAsLong());
            }
        };
    }

    /// `docs.ntfy.sh/publish/#publish-as-json`; a success repeats the message with an `id`.
    Sent ntfy(WayAddress address, Outgoing message) {
        Place place = Place.of(address.target());
        int priority =
                switch (message.urgency()) {
                    case ALARM -> 5;
                    case CALL -> 4;
                    case NEWS -> 3;
                };
        NtfyBody body =
                new NtfyBody(
                        place.last(), message.title(), message.text(), priority, message.link());
        Map<String, String> headers = new TreeMap<>(GroupRobot.JSON_HEADERS);
        if (!address.secret().isEmpty()) {
            headers.put("Authorization", "Bearer " + address.secret());
        }
        WebPost.Answer answer = web.post(URI.create(place.before()), headers, Json.write(body));
        return switch (answer) {
            case WebPost.Answer.None(Sent.Failed why) -> why;
            case WebPost.Answer.Given given -> {
                var object = JsonAnswer.object(given.body());
                boolean ours = object != null && object.fieldNames().contains("id");
                yield JsonAnswer.ofStatus(given, ours ? null : Failure.STRANGE_ANSWER);
            }
        };
    }

    /// An address, taken apart.
    ///
    /// @param before all but the last part of the path, with a slash at its end
    /// @param last the last part
    record Place(String before, String last) {
        static Place of(String target) {
            String bare = target.endsWith("/") ? target.substring(0, target.length() - 1) : target;
            int slash = bare.lastIndexOf('/');
            return new Place(bare.substring(0, slash + 1), bare.substring(slash + 1));
        }
    }
}
