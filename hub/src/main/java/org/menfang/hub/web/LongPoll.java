package org.menfang.hub.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.Board;
import org.menfang.hub.board.Desk;
import org.menfang.hub.board.LoggedEvent;
import org.menfang.hub.page.Problem;
import org.menfang.hub.web.view.BoardView;
import org.menfang.hub.web.view.EventView;
import org.menfang.hub.web.view.GateNames;

/// Tells a page of changes where streams do not get through, as behind proxies that hold them back:
/// one question, which is answered as soon as something is new.
final class LongPoll {
    /// A question is answered after this at the latest. Less than proxies wait, and less than
    /// {@link HttpLimits#IDLE_MILLIS_MAX}.
    static final Duration WAIT_MAX = Duration.ofSeconds(25);

    private static final LiveClient.News NOTHING =
            new LiveClient.News(null, List.of(), false, false);

    /// @param board none if it is the one that the page has
    /// @param events what came since, the newest first
    /// @param inPlaceOfAll whether the events take the place of all that the page has
    /// @param last the number of the last event told, for the next question
    private record Changes(
            Instant now,
            @Nullable BoardView board,
            List<EventView> events,
            boolean inPlaceOfAll,
            long last) {}

    /// What a page has.
    private record Known(long board, long event) {}

    private final Desk desk;
    private final BoardServerOptions options;
    private final LiveStream stream;
    private final Answers answers;

    LongPoll(BoardServerOptions options, LiveStream stream, Answers answers) {
        this.desk = options.desk();
        this.options = options;
        this.stream = stream;
        this.answers = answers;
    }

    void serve(Context ctx) {
        OptionalLong board = Api.number(ctx.queryParam("after"), 0);
        OptionalLong event = Api.number(ctx.queryParam("event"), 0);
        if (board.isEmpty() || event.isEmpty()) {
            answers.problem(ctx, Problem.MALFORMED);
            return;
        }
        Known known = new Known(board.getAsLong(), event.getAsLong());
        if (!stream.during(client -> answer(ctx, known, client))) {
            answers.problem(ctx, Problem.TOO_MANY_PAGES);
        }
    }

    private void answer(Context ctx, Known known, LiveClient client) {
        LiveClient.News heard = NOTHING;
        if (!isNew(known)) {
            try {
                heard = client.take(WAIT_MAX);
            } catch (InterruptedException e) {
                // The server stops: the page hears what there is, and asks again.
                Thread.currentThread().interrupt();
            }
        }
        ctx.header("Cache-Control", "no-store");
        answers.json(ctx, changes(known, heard));
    }

    private boolean isNew(Known known) {
        return desk.board().version() != known.board()
                || !MissedEvents.since(desk, known.event()).newestFirst().isEmpty();
    }

    /// @param heard what came meanwhile. An event that is told again, since its picture has come,
    ///   has a number that the page knows; a board on which only what people do is new has the
    ///   version that the page knows
    private Changes changes(Known known, LiveClient.News heard) {
        Board board = desk.board();
        boolean boardIsNew = board.version() != known.board() || heard.board() != null;
        MissedEvents missed = MissedEvents.since(desk, known.event());
        List<LoggedEvent> toldAgain =
                heard.events().stream().filter(event -> event.number() <= known.event()).toList();
        GateNames names = new GateNames(board);
        return new Changes(
                options.clock().instant(),
                boardIsNew ? BoardView.of(board, options.beside()) : null,
                Stream.concat(missed.newestFirst().stream(), toldAgain.reversed().stream())
                        .map(event -> EventView.of(event, names))
                        .toList(),
                missed.inPlaceOfAll(),
                missed.newestFirst().isEmpty()
                        ? known.event()
                        : missed.newestFirst().getFirst().number());
    }
}
