package org.menfang.hub.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.board.Desk;
import org.menfang.hub.page.Problem;
import org.menfang.hub.rights.Right;
import org.menfang.hub.web.view.BoardView;
import org.menfang.hub.web.view.EnrolCodeView;
import org.menfang.hub.web.view.EventView;
import org.menfang.hub.web.view.GateNames;
import org.menfang.hub.web.view.SessionView;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.vocabulary.Sha256;

/// What programs and the board's script may read, and codes for new gates.
final class Api {
    private static final int EVENTS_DEFAULT = 50;
    private static final int NUMBER_DIGITS_MAX = 18;
    private static final String DESCRIPTION = "openapi.yaml";

    private final BoardServerOptions options;
    private final Answers answers;
    private final EnrolCodes enrolCodes;

    Api(BoardServerOptions options, Answers answers, EnrolCodes enrolCodes) {
        this.options = options;
        this.answers = answers;
        this.enrolCodes = enrolCodes;
    }

    void session(Context ctx) {
        SignedIn who = SignedIn.of(ctx);
        answers.json(
                ctx,
                new SessionView(
                        who.name(),
                        who.csrf(),
                        options.zone(),
                        options.clock().instant(),
                        options.permissions().may(who.name(), Right.SET_UP)));
    }

    void board(Context ctx) {
        answers.json(ctx, BoardView.of(options.desk().board(), options.beside()));
    }

    void events(Context ctx) {
        OptionalLong before = number(ctx.queryParam("before"), Long.MAX_VALUE);
        OptionalLong count = number(ctx.queryParam("count"), EVENTS_DEFAULT);
        if (before.isEmpty()
                || count.isEmpty()
                || count.getAsLong() < 1
                || count.getAsLong() > Desk.EVENTS_MAX) {
            answers.problem(ctx, Problem.MALFORMED);
            return;
        }
        GateNames names = new GateNames(options.desk().board());
        answers.json(
                ctx,
                options.desk().events(before.getAsLong(), (int) count.getAsLong()).stream()
                        .map(event -> EventView.of(event, names))
                        .toList());
    }

    void picture(Context ctx) {
        Optional<Path> file = digest(ctx.pathParam("sha256")).flatMap(options.pictures());
        if (file.isEmpty()) {
            answers.problem(ctx, Problem.NO_PICTURE);
            return;
        }
        try {
            // Jetty closes the stream when it has sent it. The digest names what it holds for ever.
            InputStream picture = Files.newInputStream(file.get());
            ctx.contentType("image/jpeg")
                    .header("Cache-Control", "private, max-age=31536000, immutable")
                    .result(picture);
        } catch (IOException e) {
            // It may have been cleared away since it was looked up.
            answers.problem(ctx, Problem.NO_PICTURE);
        }
    }

    private record EnrolBody(String compound, String gate) {}

    void makeEnrolCode(Context ctx) {
        Parsed<EnrolBody> body = Json.parse(ctx.bodyAsBytes(), EnrolBody.class);
        Optional<EnrolCodeView> made =
                switch (body) {
                    case Parsed.Read<EnrolBody>(EnrolBody read) -> made(read);
                    case Parsed.Malformed<EnrolBody> malformed -> Optional.empty();
                };
        if (made.isPresent()) {
            ctx.status(HttpStatus.CREATED);
            answers.json(ctx, made.get());
        } else {
            answers.problem(ctx, Problem.MALFORMED);
        }
    }

    void description(Context ctx) {
        try (InputStream stream = Api.class.getResourceAsStream(DESCRIPTION)) {
            if (stream == null) {
                throw new IllegalStateException("this program lacks its file " + DESCRIPTION);
            }
            ctx.contentType("application/yaml").result(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<EnrolCodeView> made(EnrolBody body) {
        // A field that is missing comes as null, whatever the record says.
        @Nullable String compound = body.compound();
        @Nullable String gate = body.gate();
        return compound == null || gate == null
                ? Optional.empty()
                : enrolCodes.make(compound, gate);
    }

    private static Optional<Sha256> digest(String text) {
        try {
            return Optional.of(new Sha256(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// A whole number that is not negative; empty if it is none.
    static OptionalLong number(@Nullable String text, long missing) {
        if (text == null) {
            return OptionalLong.of(missing);
        }
        return text.matches("[0-9]+") && text.length() <= NUMBER_DIGITS_MAX
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }
}
