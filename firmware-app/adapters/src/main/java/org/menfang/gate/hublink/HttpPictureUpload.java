package org.menfang.gate.hublink;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.menfang.enrol.PicturePaths;
import org.menfang.gate.picture.PictureFolder;
import org.menfang.gate.picture.PictureUpload;
import org.menfang.site.HubAddress;
import org.menfang.vocabulary.Sha256;

/// Puts the pictures that wait in the folder to the hub, one after the other, oldest first, on a
/// thread of its own. A hub that is away costs one try a while, and no picture.
public final class HttpPictureUpload implements PictureUpload, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(HttpPictureUpload.class.getName());

    private static final int PICTURES_A_ROUND = 50;
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(30);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);
    private static final long RETRY_MILLIS_MIN = 1_000;
    private static final long RETRY_MILLIS_MAX = 60_000;

    private final HubAddress hub;
    private final PictureFolder folder;
    private final RandomGenerator chance;
    private final HttpClient client;
    private final Semaphore news = new Semaphore(1);
    private final Thread thread;
    private volatile boolean closing;

    private HttpPictureUpload(
            HubAddress hub, SSLContext tls, PictureFolder folder, RandomGenerator chance) {
        this.hub = hub;
        this.folder = folder;
        this.chance = chance;
        this.client =
                HttpClient.newBuilder()
                        .sslContext(tls)
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(ANSWER_WAIT)
                        .build();
        this.thread = Thread.ofPlatform().daemon().name("picture-upload").unstarted(this::run);
    }

    /// Begins with what waits from before.
    ///
    /// @param chance spreads the tries of many gates
    public static HttpPictureUpload start(
            HubAddress hub, SSLContext tls, PictureFolder folder, RandomGenerator chance) {
        HttpPictureUpload upload = new HttpPictureUpload(hub, tls, folder, chance);
        upload.thread.start();
        return upload;
    }

    @Override
    public void stored(Sha256 digest) {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join(CLOSE_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.shutdownNow();
    }

    private void run() {
        long retryMillis = RETRY_MILLIS_MIN;
        try {
            while (!closing) {
                if (uploadAll()) {
                    retryMillis = RETRY_MILLIS_MIN;
                    news.acquire();
                } else {
                    long wait = RETRY_MILLIS_MIN + (long) (chance.nextDouble() * retryMillis);
                    TimeUnit.MILLISECONDS.sleep(wait);
                    retryMillis = Math.min(2 * retryMillis, RETRY_MILLIS_MAX);
                }
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            // only close() interrupts
            LOG.log(System.Logger.Level.DEBUG, "no more uploads", e);
        }
    }

    /// Whether nothing waits any more.
    private boolean uploadAll() throws InterruptedException {
        List<Sha256> waiting = folder.waiting(PICTURES_A_ROUND);
        while (!waiting.isEmpty()) {
            for (Sha256 digest : waiting) {
                if (!upload(digest)) {
                    return false;
                }
            }
            waiting = folder.waiting(PICTURES_A_ROUND);
        }
        return true;
    }

    /// Whether the hub holds the picture, or never will.
    private boolean upload(Sha256 digest) throws InterruptedException {
        try {
            Optional<byte[]> jpeg = folder.read(digest);
            if (jpeg.isEmpty()) {
                return true;
            }
            int status = put(digest, jpeg.get());
            if (status == 413 || status == 415 || status == 422) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "the hub will never take the picture {0}: status {1}",
                        digest,
                        status);
            } else if (status != 200 && status != 201) {
                LOG.log(System.Logger.Level.WARNING, "the hub takes no pictures: {0}", status);
                return false;
            }
            folder.uploaded(digest);
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "a picture has to wait: {0}", e.toString());
            return false;
        }
    }

    private int put(Sha256 digest, byte[] jpeg) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(Enrolment.uri(hub, PicturePaths.of(digest)))
                                .timeout(ANSWER_WAIT)
                                .header("Content-Type", "image/jpeg")
                                .PUT(HttpRequest.BodyPublishers.ofByteArray(jpeg))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
