package org.menfang.hub.app;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.page.Section;
import org.menfang.hub.trust.PageFiles;
import org.menfang.hub.trust.Trust;
import org.menfang.hub.trust.TrustPages;
import org.menfang.hub.web.PageTls;
import org.menfang.tls.KeyHolder;
import org.menfang.tls.TlsContexts;

/// The certificate of the pages, and its successors: a new one is shown without a stop of the hub.
final class PageCertificate {
    private static final System.Logger LOG = System.getLogger(PageCertificate.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofHours(1);

    private final BoardTls how;
    private final List<String> names;
    private final Trust trust;
    private final InstantSource clock;
    private @Nullable KeyHolder shown;

    PageCertificate(BoardTls how, List<String> names, Trust trust, InstantSource clock) {
        this.how = how;
        this.names = names;
        this.trust = trust;
        this.clock = clock;
    }

    /// How the pages are encrypted to begin with; none where they are not.
    ///
    /// @throws Refusal if the files of the administrator cannot be used
    @Nullable PageTls begin() throws Refusal, IOException {
        return switch (how) {
            case BoardTls.None() -> null;
            case BoardTls.Own() -> new PageTls(show(trust.pages(names)), false);
            case BoardTls.Given(PageFiles files) -> new PageTls(show(read(files)), true);
        };
    }

    private KeyHolder read(PageFiles files) throws Refusal {
        try {
            return files.read(clock.instant());
        } catch (IOException e) {
            throw new Refusal(
                    ExitStatus.BAD_FILE, "the certificate of the pages: " + e.getMessage());
        }
    }

    private SSLContext show(KeyHolder holder) {
        shown = holder;
        return TlsContexts.of(holder, trust.authority());
    }

    /// Pages that tell how a phone comes to believe the certificate.
    List<Section> sections() {
        return switch (how) {
            case BoardTls.Own() -> List.of(new TrustPages(trust.authority()));
            case BoardTls.None(), BoardTls.Given _ -> List.of();
        };
    }

    /// Looks for a new one from time to time, until the hub stops.
    void follow(CountDownLatch stopped, Consumer<SSLContext> renew) {
        try {
            while (!stopped.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                look(renew);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Shows a new certificate if there is one. A file that cannot be used leaves the one that is
    /// shown: pages with an old certificate are better than none.
    void look(Consumer<SSLContext> renew) {
        try {
            KeyHolder now =
                    switch (how) {
                        case BoardTls.None() -> null;
                        case BoardTls.Own() -> trust.pages(names);
                        case BoardTls.Given(PageFiles files) -> files.read(clock.instant());
                    };
            if (now != null && (shown == null || !now.certificate().equals(shown.certificate()))) {
                renew.accept(show(now));
            }
        } catch (IOException e) {
            LOG.log(Level.ERROR, "the next certificate of the pages cannot be used", e);
        }
    }
}
