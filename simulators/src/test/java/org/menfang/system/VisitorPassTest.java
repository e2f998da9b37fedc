package org.menfang.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.menfang.hub.pass.PassDesk;
import org.menfang.json.JsonTree;
import org.menfang.pass.PassClass;
import org.menfang.vocabulary.PassId;

/// A pass that a volunteer makes on the page of the hub, at a door.
@Timeout(600)
final class VisitorPassTest {
    private static final String NORTH_WINDOW = "readers/north-reader/show";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("<dd>([0-9A-F]{16})</dd>");

    @TempDir Path folder;

    @Test
    void a_pass_made_on_the_page_opens_once_and_is_refused_the_second_time() throws Exception {
        try (RunningCompound compound = RunningCompound.start(folder);
                DeviceHands hands = compound.hands();
                HttpClient browser =
                        HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            compound.publishRules();
            compound.awaitInGateLog("rules of version 2 are in force");
            PassId pass = makePass(browser, URI.create(compound.signInLink()));
            JsonTree shown = JsonTree.object().put("text", textOf(pass, compound)).build();

            hands.act(NORTH_WINDOW, shown);
            hands.pushUntilOpen("north-gate");
            hands.awaitSecured("north-gate");
            hands.act(NORTH_WINDOW, shown);
            compound.awaitInGateLog("denied at north-in: pass used up");
            assertFalse(hands.push("north-gate"));
            compound.stop();
        }
    }

    /// Signs in, makes a pass for one use, and looks at the visitor's page, which needs no sign-in.
    private static PassId makePass(HttpClient browser, URI link)
            throws IOException, InterruptedException {
        String code = link.getQuery().replaceFirst("code=", "");
        assertEquals(
                303, post(browser, link.resolve("/sign-in"), Map.of("code", code)).statusCode());
        URI visitors = link.resolve("/visitors");
        String csrf = found(CSRF, get(browser, visitors));
        ZonedDateTime from = begin().atZone(ZONE);
        HttpResponse<String> made =
                post(
                        browser,
                        visitors,
                        Map.of(
                                "csrf",
                                csrf,
                                "plan",
                                "ONCE",
                                "day",
                                from.toLocalDate().toString(),
                                "hour",
                                Integer.toString(from.getHour())));
        String page = made.headers().firstValue("Location").orElseThrow();
        try (HttpClient visitor = HttpClient.newHttpClient()) {
            return new PassId(found(NUMBER, get(visitor, link.resolve(page))));
        }
    }

    /// An hour before both what the hub's clock and what the simulated day of the gate show.
    private static Instant begin() {
        Instant now = Instant.now();
        Instant gate =
                now.atZone(ZoneOffset.UTC).toLocalDate().atTime(10, 0).atZone(ZONE).toInstant();
        return (gate.isBefore(now) ? gate : now)
                .minus(Duration.ofHours(1))
                .truncatedTo(ChronoUnit.HOURS);
    }

    private static String textOf(PassId pass, RunningCompound compound) throws IOException {
        Path hub = compound.folder().hub();
        return PassDesk.open(hub.resolve("passes"), hub.resolve("trust"), InstantSource.system())
                .find(pass)
                .orElseThrow()
                .form(PassClass.PAPER)
                .orElseThrow()
                .text();
    }

    private static String get(HttpClient browser, URI address)
            throws IOException, InterruptedException {
        HttpResponse<String> page =
                browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        assertEquals(200, page.statusCode(), page.body());
        return page.body();
    }

    private static HttpResponse<String> post(
            HttpClient browser, URI address, Map<String, String> fields)
            throws IOException, InterruptedException {
        String form =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return browser.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertTrue(found.find(), text);
        return found.group(1);
    }
}
