package org.menfang.hub.ways;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.menfang.hub.notify.AddressRule;
import org.menfang.hub.notify.WayAddress;
import org.menfang.hub.notify.WayKind;

/// Where the hub may send anything at all.
///
/// Robots are at their makers' servers only, so that an address that was copied wrongly, or that
/// somebody slipped in, leads nowhere else. Everything goes by HTTPS; Bark and ntfy may be at a
/// server in the house, by HTTP at its number.
public final class Places implements AddressRule {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{5,15}");
    private static final Pattern LAN =
            Pattern.compile(
                    "localhost|127\\.[0-9.]+|10\\.[0-9.]+|192\\.168\\.[0-9.]+"
                            + "|172\\.(?:1[6-9]|2[0-9]|3[01])\\.[0-9.]+"
                            + "|\\[::1]|\\[f[cd][0-9a-f]{2}:[0-9a-f:]+]");
    private static final Pattern LAST_PART = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern TOKEN = Pattern.compile("[!-~]*");

    private final Map<WayKind, String> beginnings;

    private Places(Map<WayKind, String> beginnings) {
        this.beginnings = new EnumMap<>(beginnings);
    }

    /// The servers of the makers.
    public static Places ofMakers() {
        return new Places(
                Map.of(
                        WayKind.WECOM, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=",
                        WayKind.DINGTALK, "https://oapi.dingtalk.com/robot/send?access_token=",
                        WayKind.FEISHU, "https://open.feishu.cn/open-apis/bot/v2/hook/"));
    }

    /// Other servers in their place, and no HTTPS for web hooks, for tests.
    static Places of(Map<WayKind, String> beginnings) {
        return new Places(beginnings);
    }

    /// What the addresses of a robot begin with.
    public Optional<String> beginning(WayKind kind) {
        return Optional.ofNullable(beginnings.get(kind));
    }

    @Override
    public Optional<String> fault(WayKind kind, WayAddress address) {
        if (!TOKEN.matcher(address.secret()).matches()) {
            return Optional.of("refused.notify.secret");
        }
        return switch (kind) {
            case SMS ->
                    PHONE.matcher(address.target()).matches()
                            ? Optional.empty()
                            : Optional.of("refused.notify.phone");
            case WECOM, DINGTALK, FEISHU -> robot(kind, address);
            case BARK, NTFY -> push(address);
            case WEB_HOOK -> hook(address);
        };
    }

    private Optional<String> robot(WayKind kind, WayAddress address) {
        String beginning = beginnings.getOrDefault(kind, "");
        String target = address.target();
        String rest = target.startsWith(beginning) ? target.substring(beginning.length()) : "";
        return LAST_PART.matcher(rest).matches()
                ? Optional.empty()
                : Optional.of("refused.notify.robot-" + kind);
    }

    private static Optional<String> push(WayAddress address) {
        Optional<URI> uri = parsed(address.target());
        if (uri.isEmpty() || !(isSecure(uri.get()) || isInTheHouse(uri.get()))) {
            return Optional.of("refused.notify.not-https");
        }
        boolean whole =
                uri.get().getRawQuery() == null
                        && LAST_PART
                                .matcher(PushService.Place.of(address.target()).last())
                                .matches()
                        && uri.get().getRawPath().length() > 1;
        return whole ? Optional.empty() : Optional.of("refused.notify.push");
    }

    private Optional<String> hook(WayAddress address) {
        Optional<URI> uri = parsed(address.target());
        boolean forTests =
                beginnings.containsKey(WayKind.WEB_HOOK)
                        && address.target().startsWith(beginnings.get(WayKind.WEB_HOOK));
        if (uri.isEmpty() || !(isSecure(uri.get()) || forTests)) {
            return Optional.of("refused.notify.not-https");
        }
        return Template.isGood(address.template())
                ? Optional.empty()
                : Optional.of("refused.notify.template");
    }

    private static Optional<URI> parsed(String text) {
        try {
            URI uri = new URI(text);
            boolean whole =
                    uri.getHost() != null
                            && uri.getRawUserInfo() == null
                            && uri.getRawFragment() == null
                            && uri.getRawPath() != null;
            return whole ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isSecure(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static boolean isInTheHouse(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme())
                && LAN.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    /// The kinds whose addresses begin alike.
    static Set<WayKind> robots() {
        return Set.of(WayKind.WECOM, WayKind.DINGTALK, WayKind.FEISHU);
    }
}
