package org.menfang.sim.demo;

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
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The browser of one person who is signed in at the hub: it reads pages and sends their forms, as
/// a person would.
final class HubBrowser implements AutoCloseable {
    private static final Duration CONNECT_WAIT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_WAIT_MAX = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final Pattern REFUSAL =
            Pattern.compile("<p class=\"notice bad\"[^>]*>(.*?)</p>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT_WAIT_MAX)
                    .cookieHandler(new CookieManager())
                    .build();
    private final URI root;
    private String csrf = "";

    private HubBrowser(URI root) {
        this.root = root;
    }

    /// Signs a person in.
    ///
    /// @param link that works once
    /// @throws DemoFailure if the hub lets nobody in with it
    static HubBrowser signIn(URI link) throws IOException, InterruptedException, DemoFailure {
        HubBrowser browser = new HubBrowser(link.resolve("/"));
        try {
            browser.send("/sign-in", "code", link.getQuery().replaceFirst("code=", ""));
            browser.csrf = found(CSRF, browser.page("/account"));
            return browser;
        } catch (IOException | InterruptedException | DemoFailure | RuntimeException e) {
            browser.close();
            throw e;
        }
    }

    /// The text of a page.
    ///
    /// @throws DemoFailure if the hub does not show it
    String page(String path) throws IOException, InterruptedException, DemoFailure {
        HttpResponse<String> answer = ask(HttpRequest.newBuilder(root.resolve(path)));
        if (answer.statusCode() != OK) {
            throw new DemoFailure(path + ": HTTP " + answer.statusCode());
        }
        return answer.body();
    }

    /// Sends a form.
    ///
    /// @param fields names and values, by turns; a name may come more than once
    /// @return the page that it led to, or the page that it answered with
    /// @throws DemoFailure if the hub refuses it; it says why, in the words of the page
    String send(String path, String... fields)
            throws IOException, InterruptedException, DemoFailure {
        HttpResponse<String> answer =
                ask(
                        HttpRequest.newBuilder(root.resolve(path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form(csrf, fields))));
        String onward = answer.headers().firstValue("Location").orElse("");
        boolean taken = answer.statusCode() == SEE_OTHER && !onward.startsWith("/account/proof");
        if (!taken && answer.statusCode() != OK) {
            throw new DemoFailure(path + ": " + why(answer));
        }
        return taken ? onward : answer.body();
    }

    /// Does something on the board, as its buttons do.
    ///
    /// @throws DemoFailure if the hub or the gate refuses it
    void act(String path) throws IOException, InterruptedException, DemoFailure {
        HttpResponse<String> answer =
                ask(
                        HttpRequest.newBuilder(root.resolve(path))
                                .header("X-Menfang-Csrf", csrf)
                                .POST(BodyPublishers.noBody()));
        if (answer.statusCode() != OK) {
            throw new DemoFailure(path + ": " + answer.body());
        }
    }

    private HttpResponse<String> ask(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(
                request.timeout(ANSWER_WAIT_MAX).build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String form(String csrf, String... fields) {
        StringBuilder form = new StringBuilder("csrf=").append(encoded(csrf));
        for (int i = 0; i + 1 < fields.length; i += 2) {
            form.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return form.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String why(HttpResponse<String> answer) {
        Matcher refusal = REFUSAL.matcher(answer.body());
        return refusal.find()
                ? TAG.matcher(refusal.group(1)).replaceAll("").strip()
                : "HTTP " + answer.statusCode();
    }

    /// The first part of a page that fits, up to its brackets.
    ///
    /// @throws DemoFailure if none does
    static String found(Pattern pattern, String page) throws DemoFailure {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new DemoFailure("nothing like " + pattern + " on the page");
        }
        return matcher.group(1);
    }

    /// All parts of a page that fit, up to their brackets.
    static List<String> all(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(part -> part.group(1)).distinct().toList();
    }

    @Override
    public void close() {
        http.close();
    }
}
