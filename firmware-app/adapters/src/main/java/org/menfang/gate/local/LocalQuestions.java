package org.menfang.gate.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.menfang.gate.rules.RuleSearch;

/// The records of a running gate, asked for on its socket file.
///
/// @param socket see {@link LocalAnswers}
public record LocalQuestions(Path socket) implements Records {
    static final String EVENT = "event";
    static final String RULES = "rules";

    @Override
    public EventSearch event(long seq) {
        return ask(EVENT, seq).event();
    }

    @Override
    public RuleSearch rules(long version) {
        return ask(RULES, version).rules();
    }

    private Answer ask(String what, long number) {
        String question = what + " " + number + "\n";
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
