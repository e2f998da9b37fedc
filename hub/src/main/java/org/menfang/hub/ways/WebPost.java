package org.menfang.hub.ways;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.notify.Failure;
import org.menfang.hub.notify.Sent;

/// Posts something to a server that may be slow, broken or hostile: in bounded time, with a bounded
/// answer, and to no other server than the one that was asked.
final class WebPost implements AutoCloseable {
    static final int ANSWER_BYTES_MAX = 16 * 1024;

    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);

    private final HttpClient client;
    private final Duration answerMax;

    WebPost(Duration answerMax) {
        this.answerMax = answerMax;
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT_MAX)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
    }

    /// What became of a request.
    sealed interface Answer {
        /// @param headers the answer's
        @SuppressWarnings("ArrayRecordComponent") // An answer is read, never compared.
        record Given(int status, byte[] body, java.net.http.HttpHeaders headers)
                implements Answer {}

        record None(Sent.Failed why) implements Answer {}
    }

    Answer post(URI to, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to)
                        .timeout(answerMax)
                        .header("User-Agent", "Menfang")
                        .POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(
                        request.build(),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
        try {
            HttpResponse<byte[]> answer = coming.get(answerMax.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer.Given(answer.statusCode(), answer.body(), answer.headers());
        } catch (TimeoutException e) {
            // An answer that comes drop by drop takes too long as well.
            coming.cancel(true);
            return none(Failure.NO_ANSWER);
        } catch (ExecutionException e) {
            return none(failure(e.getCause()));
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            return none(Failure.NO_ANSWER);
        }
    }

    private static Failure failure(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> throw new IllegalStateException("a request failed without a cause");
            case HttpConnectTimeoutException _ -> Failure.UNREACHABLE;
            case java.net.http.HttpTimeoutException _ -> Failure.NO_ANSWER;
            case ConnectException _ -> Failure.UNREACHABLE;
            case UnresolvedAddressException _ -> Failure.UNREACHABLE;
            case javax.net.ssl.SSLException _ -> Failure.UNREACHABLE;
            case IOException _ -> Failure.NO_ANSWER;
            default -> throw new IllegalStateException("a request failed by itself", cause);
        };
    }

    private static Answer none(Failure why) {
        return new Answer.None(new Sent.Failed(why, "", null));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
