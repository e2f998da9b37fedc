package org.menfang.mqtt;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;

/// The broker's answer to a packet of ours, once it is there. Unlike the client library's own, it
/// can be waited for more than once.
final class Answer implements MqttActionListener {
    static final Duration TURN = Duration.ofMillis(500);

    private final CompletableFuture<IMqttToken> token = new CompletableFuture<>();

    /// Waits for as long as the other side says anything at all: on a slow line the answer may
    /// stand behind much that the broker kept for us.
    ///
    /// @param silenceMax how long it may say nothing
    IMqttToken await(LinkSocket socket, LinkClock clock, Duration silenceMax) throws MqttException {
        Duration silence = Duration.ZERO;
        while (silence.compareTo(silenceMax) <= 0) {
            try {
                return token.get(TURN.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                silence = Duration.ofNanos(clock.nanos() - socket.heardAtNanos());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof MqttException why ? why : new MqttException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MqttException(e);
            }
        }
        throw new MqttException(MqttClientException.REASON_CODE_CLIENT_TIMEOUT);
    }

    @Override
    public void onSuccess(IMqttToken answered) {
        token.complete(answered);
    }

    @Override
    public void onFailure(IMqttToken failed, Throwable why) {
        token.completeExceptionally(why);
    }
}
