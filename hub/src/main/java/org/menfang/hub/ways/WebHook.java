package org.menfang.hub.ways;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.notify.Failure;
import org.menfang.hub.notify.Sent;
import org.menfang.hub.notify.WayAddress;
import org.menfang.json.JsonTree;
import org.menfang.json.Parsed;

/// Any other service that takes a web request.
///
/// A good status is a success, unless the answer says otherwise in one of the forms that are usual:
/// an `errcode` that is not 0, a `code` that is neither 0 nor 200, an `ok` or `success` that is
/// false.
final class WebHook {
    private static final int OK = 200;

    private final WebPost web;

    WebHook(WebPost web) {
        this.web = web;
    }

    Sent send(WayAddress address, Outgoing message) {
        Template.Filled filled = Template.fill(address.template(), message);
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", filled.contentType());
        if (!address.secret().isEmpty()) {
            headers.put("Authorization", "Bearer " + address.secret());
        }
        return switch (web.post(URI.create(address.target()), headers, filled.body())) {
            case WebPost.Answer.None(Sent.Failed why) -> why;
            case WebPost.Answer.Given given -> {
                Sent byStatus = JsonAnswer.ofStatus(given, null);
                JsonTree object = JsonAnswer.object(given.body());
                yield byStatus instanceof Sent.Delivered && object != null
                        ? ofFields(given, object)
                        : byStatus;
            }
        };
    }

    private static Sent ofFields(WebPost.Answer.Given given, JsonTree object) {
        long errcode = JsonAnswer.number(given.body(), "errcode").orElse(0);
        long code = JsonAnswer.number(given.body(), "code").orElse(0);
        if (errcode != 0) {
            return Sent.failed(Failure.REFUSED, "errcode " + errcode);
        } else if (code != 0 && code != OK) {
            return Sent.failed(Failure.REFUSED, "code " + code);
        } else if (isFalse(object, "ok") || isFalse(object, "success")) {
            return Sent.failed(Failure.REFUSED, "");
        }
        return new Sent.Delivered();
    }

    private static boolean isFalse(JsonTree object, String field) {
        @Nullable Boolean value =
                switch (object.field(field, Boolean.class)) {
                    case Parsed.Read<Boolean>(Boolean read) -> read;
                    case Parsed.Malformed<Boolean> _ -> null;
                };
        return value != null && !value;
    }
}
