package org.menfang.hub.notify;

/// The kinds of ways to tell people.
public enum WayKind {
    /// A robot in a group of WeCom 企业微信.
    WECOM(false),
    /// A robot in a group of DingTalk 钉钉.
    DINGTALK(false),
    /// A robot in a group of Feishu 飞书.
    FEISHU(false),
    /// The app Bark on an iPhone.
    BARK(true),
    /// The app ntfy, with a server of one's own or the public one.
    NTFY(true),
    /// Any other service that takes a web request.
    WEB_HOOK(false),
    /// Text messages through a modem at the hub.
    SMS(true);

    private final boolean personal;

    WayKind(boolean personal) {
        this.personal = personal;
    }

    /// Whether it can reach one person alone.
    public boolean isPersonal() {
        return personal;
    }
}
