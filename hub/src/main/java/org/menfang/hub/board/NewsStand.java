package org.menfang.hub.board;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.menfang.hub.board.Desk.News;
import org.menfang.hub.board.Desk.Subscription;

/// Tells subscribers the news. One that throws loses its subscription, and nobody else notices. Any
/// thread may call it.
public final class NewsStand {
    private static final System.Logger LOG = System.getLogger(NewsStand.class.getName());

    private final List<Consumer<News>> listeners = new CopyOnWriteArrayList<>();

    public Subscription subscribe(Consumer<News> listener) {
        // Two subscriptions of the same listener are two; each ends by itself.
        Consumer<News> own = news -> listener.accept(news);
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    public boolean hasListeners() {
        return !listeners.isEmpty();
    }

    public void tell(News news) {
        List<Consumer<News>> failed =
                listeners.stream().filter(listener -> !hears(listener, news)).toList();
        listeners.removeAll(failed);
    }

    private static boolean hears(Consumer<News> listener, News news) {
        try {
            listener.accept(news);
            return true;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a listener to news failed and is dropped", e);
            return false;
        }
    }
}
