package org.menfang.hub.web;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.AbstractConnector;

/// Ends connections whose first request is not there in time. The idle timeout alone would let a
/// stranger hold a connection with one byte every few seconds.
final class FirstRequestDeadline implements Connection.Listener {
    static final long WAIT_SECONDS = 10;

    private final AbstractConnector connector;

    FirstRequestDeadline(AbstractConnector connector) {
        this.connector = connector;
    }

    @Override
    public void onOpened(Connection connection) {
        if (!(connection instanceof SslConnection)) {
            connector
                    .getScheduler()
                    .schedule(() -> endIfSilent(connection), WAIT_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static void endIfSilent(Connection connection) {
        if (connection.getMessagesIn() == 0) {
            connection.getEndPoint().close();
        }
    }
}
