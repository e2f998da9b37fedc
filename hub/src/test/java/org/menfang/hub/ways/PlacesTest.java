package org.menfang.hub.ways;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.menfang.hub.notify.WayAddress;
import org.menfang.hub.notify.WayKind;

class PlacesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    WECOM    | https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7fff | fine
                    WECOM    | https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=            | robot-WECOM
                    WECOM    | http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6     | robot-WECOM
                    WECOM    | https://qyapi.weixin.qq.com.evil.example/cgi-bin/webhook/send?key=6 | robot-WECOM
                    WECOM    | https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=6&x=https://evil | robot-WECOM
                    DINGTALK | https://oapi.dingtalk.com/robot/send?access_token=566cc69da782ec | fine
                    DINGTALK | https://open.feishu.cn/open-apis/bot/v2/hook/f190                | robot-DINGTALK
                    FEISHU   | https://open.feishu.cn/open-apis/bot/v2/hook/f190-ab             | fine
                    FEISHU   | https://open.feishu.cn/open-apis/bot/v2/hook/../../x             | robot-FEISHU
                    BARK     | https://api.day.app/ynJ5Ft4atkMkWeo2PAvFhF/                      | fine
                    BARK     | https://api.day.app/ynJ5Ft4atkMkWeo2PAvFhF/推送内容               | push
                    BARK     | https://api.day.app/                                             | push
                    BARK     | http://api.day.app/ynJ5Ft4atkMkWeo2PAvFhF                        | not-https
                    BARK     | http://192.168.1.20:8080/ynJ5Ft4atkMkWeo2PAvFhF                  | fine
                    NTFY     | https://ntfy.sh/menfang-xinghua-7Qe2                             | fine
                    NTFY     | http://10.0.0.7/topic                                            | fine
                    NTFY     | http://localhost:2586/topic                                      | fine
                    NTFY     | http://[::1]:2586/topic                                          | fine
                    NTFY     | http://172.20.1.1/topic                                          | fine
                    NTFY     | http://172.32.1.1/topic                                          | not-https
                    NTFY     | http://10.evil.example/topic                                     | not-https
                    NTFY     | http://8.8.8.8/topic                                             | not-https
                    NTFY     | ftp://10.0.0.7/topic                                             | not-https
                    NTFY     | https://user:word@ntfy.sh/topic                                  | not-https
                    NTFY     | https://ntfy.sh/topic?auth=1                                     | push
                    NTFY     | file:///etc/passwd                                               | not-https
                    NTFY     | nonsense                                                         | not-https
                    WEB_HOOK | https://hooks.example/a/b?c=d                                    | fine
                    WEB_HOOK | http://hooks.example/a/b                                         | not-https
                    WEB_HOOK | http://127.0.0.1/a                                               | not-https
                    SMS      | 13800000000                                                      | fine
                    SMS      | +8613800000000                                                   | fine
                    SMS      | --help                                                           | phone
                    SMS      | 110; reboot                                                      | phone
                    """)
    void the_hub_sends_to_places_of_the_right_kind_only(
            WayKind kind, String target, String expected) {
        assertEquals(expected, check(kind, new WayAddress(target, "", "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    tk_agqdq7  |                       | fine
                    a b        |                       | secret
                    钥匙       |                       | secret
                    ''         | {"msg":"{text}"}      | fine
                    ''         | {title}: {text}       | fine
                    ''         | {"msg":"{password}"}  | template
                    """)
    void secrets_and_templates_are_looked_at_too(String secret, String template, String expected) {
        WayAddress address =
                new WayAddress("https://hooks.example/", secret, template == null ? "" : template);
        assertEquals(expected, check(WayKind.WEB_HOOK, address));
    }

    private static String check(WayKind kind, WayAddress address) {
        return Places.ofMakers()
                .fault(kind, address)
                .map(key -> key.substring("refused.notify.".length()))
                .orElse("fine");
    }
}
