package org.menfang.gate.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.menfang.gate.hardware.ReaderInstalls;
import org.menfang.gate.rules.RuleSearch;
import org.menfang.gate.signs.GateSigns;
import org.menfang.json.Json;
import org.menfang.json.Parsed;
import org.menfang.vocabulary.ReaderId;

/// The records of a running gate, and the keys of its readers, asked for on its socket file.
///
/// @param socket see {@link LocalAnswers}
public record LocalQuestions(Path socket) implements Records, ReaderInstalls {
    static final String EVENT = "event";
    static final String RULES = "rules";
    static final String SIGNS = "signs";

    @Override
    public EventSearch event(long seq) {
        return ask(EVENT, seq).event();
    }

    @Override
    public RuleSearch rules(long version) {
        return ask(RULES, version).rules();
    }

    @Override
    public HeldFile heldFile() {
        return new HeldFile() {
            @Override
            public long hold() throws IOException {
                return Long.parseLong(said(LocalHold.HOLD));
            }

            @Override
            public boolean release(long number) throws IOException {
                return Boolean.parseBoolean(said(LocalHold.RELEASE + " " + number));
            }
        };
    }

    private String said(String question) throws IOException {
        Answer answer = ask(question + "\n");
        return answer.words().orElseThrow(() -> new IOException(answer.why()));
    }

    @Override
    public Optional<String> beginInstall(ReaderId reader, OptionalInt foundAt) {
        String place = foundAt.isPresent() ? " " + foundAt.getAsInt() : "";
        Answer answer = ask(LocalInstalls.BEGIN + " " + reader + place + "\n");
        return answer.words().isPresent() ? Optional.empty() : Optional.of(answer.why());
    }

    @Override
    public Optional<Progress> progress(ReaderId reader) {
        return ask(LocalInstalls.PROGRESS + " " + reader + "\n")
                .words()
                .flatMap(LocalInstalls::progress);
    }

    /// How the gate is now.
    ///
    /// @return malformed, with the reason, where it does not say
    public Parsed<GateSigns> signs() {
        Answer answer = ask(SIGNS + "\n");
        return answer.words()
                .map(text -> Json.parse(text.getBytes(StandardCharsets.UTF_8), GateSigns.class))
                .orElseGet(() -> Parsed.malformed(answer.why()));
    }

    private Answer ask(String what, long number) {
        return ask(what + " " + number + "\n");
    }

    private Answer ask(String question) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                InputStream in = Channels.newInputStream(channel);
                OutputStream out = Channels.newOutputStream(channel)) {
            out.write(question.getBytes(StandardCharsets.US_ASCII));
            return Answer.read(in);
        } catch (IOException e) {
            return Answer.unreadable("the running gate does not answer (" + e.getMessage() + ")");
        }
    }
}
