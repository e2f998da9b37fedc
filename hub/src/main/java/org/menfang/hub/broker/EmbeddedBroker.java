package org.menfang.hub.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.menfang.hub.trust.Trust;
import org.menfang.tls.PrivateFiles;

/// The broker that the hub starts inside itself.
///
/// It remembers nothing beyond its own life: gates send again what the hub has not acknowledged,
/// and everybody says again after a connection what others shall find. Only what does not fit into
/// memory goes to disk for a while. With a journal of its own it would also deliver the messages of
/// one client in another order than they came, since it waits for the disk on many threads.
public final class EmbeddedBroker implements AutoCloseable {
    private static final String ACCEPTOR = "mqtt";
    private static final int PAGE_BYTES = 1 << 20;

    /// Messages that a client has not answered; below the link's own bound nothing is gained.
    private static final int RECEIVE_MAX = 100;

    /// For a client that connects and then says nothing sensible.
    private static final int HANDSHAKE_SECONDS_MAX = 5;

    private static final int THREADS_MAX = 12;
    private static final int SCHEDULER_THREADS_MAX = 2;
    private static final long SESSION_SCAN_MILLIS = 500;

    private final ActiveMQServer server;
    private final CertificateSecurity security;

    private EmbeddedBroker(ActiveMQServer server, CertificateSecurity security) {
        this.server = server;
        this.security = security;
    }

    /// Starts a broker and returns when it listens.
    ///
    /// @throws IOException if the port is taken or the folder cannot be used
    public static EmbeddedBroker start(BrokerOptions options, Trust trust) throws IOException {
        PrivateFiles.folder(options.folder());
        CertificateSecurity security = new CertificateSecurity(trust);
        ActiveMQServer server =
                new ActiveMQServerImpl(configuration(options, trust), null, security);
        try {
            server.start();
            if (!server.waitForActivation(30, TimeUnit.SECONDS) || port(server) < 1) {
                throw new IOException(
                        "the broker cannot listen on " + options.host() + ":" + options.port());
            }
        } catch (Exception e) {
            // the library declares no narrower exception
            stop(server);
            throw new IOException("the broker does not start: " + e.getMessage(), e);
        }
        return new EmbeddedBroker(server, security);
    }

    /// The port that it listens on.
    public int port() {
        return port(server);
    }

    /// Ends the connections of all whose certificates were taken back. The hub must not wait for
    /// their wills: the broker may keep those back while such a gate goes on knocking.
    public void dropRevoked() {
        for (RemotingConnection connection : server.getRemotingService().getConnections()) {
            if (security.nameOf(connection) == null) {
                connection.fail(new ActiveMQException("its certificate was taken back"));
            }
        }
    }

    @Override
    public void close() {
        stop(server);
    }

    private static void stop(ActiveMQServer server) {
        try {
            server.stop();
        } catch (Exception e) {
            // the library declares no narrower exception
            throw new IllegalStateException("the broker does not stop", e);
        }
    }

    private static int port(ActiveMQServer server) {
        return server.getRemotingService().getAcceptor(ACCEPTOR) instanceof NettyAcceptor acceptor
                ? acceptor.getActualPort()
                : -1;
    }

    private static Configuration configuration(BrokerOptions options, Trust trust) {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setName("menfang");
        folders(configuration, options.folder());
        configuration.setWildCardConfiguration(asInMqtt());
        configuration.setSecurityEnabled(true);
        // a cached answer would let the holder of one certificate in under the name of another
        configuration.setAuthenticationCacheSize(0);
        configuration.setJMXManagementEnabled(false);
        configuration.setMessageCounterEnabled(false);
        configuration.setGlobalMaxSize(options.memoryBytesMax());
        configuration.setMinDiskFree(options.diskFreeBytesMin());
        configuration.setThreadPoolMaxSize(THREADS_MAX);
        configuration.setScheduledThreadPoolMaxSize(SCHEDULER_THREADS_MAX);
        configuration.setMqttSessionScanInterval(SESSION_SCAN_MILLIS);
        configuration.setSuppressSessionNotifications(true);
        configuration.addAddressSetting("#", addressSettings(options));
        configuration.addAcceptorConfiguration(
                new TransportConfiguration(
                        NettyAcceptorFactory.class.getName(),
                        transport(options, trust),
                        ACCEPTOR,
                        mqtt(options)));
        return configuration;
    }

    private static void folders(ConfigurationImpl configuration, Path folder) {
        configuration.setBindingsDirectory(folder.resolve("bindings").toString());
        configuration.setJournalDirectory(folder.resolve("journal").toString());
        configuration.setPagingDirectory(folder.resolve("paging").toString());
        configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
        configuration.setPersistenceEnabled(false);
    }

    private static WildcardConfiguration asInMqtt() {
        WildcardConfiguration wildcards = new WildcardConfiguration();
        wildcards.setDelimiter('/');
        wildcards.setSingleWord('+');
        wildcards.setAnyWords('#');
        return wildcards;
    }

    private static AddressSettings addressSettings(BrokerOptions options) {
        AddressSettings settings = new AddressSettings();
        settings.setAutoCreateAddresses(true);
        settings.setAutoCreateQueues(true);
        settings.setAutoDeleteAddresses(true);
        settings.setMaxSizeBytes(options.memoryBytesMax() / 4);
        settings.setPageSizeBytes(PAGE_BYTES);
        settings.setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
        settings.setPageLimitBytes(options.topicDiskBytesMax());
        settings.setPageFullMessagePolicy(PageFullMessagePolicy.DROP);
        settings.setMaxDeliveryAttempts(-1);
        return settings;
    }

    private static Map<String, Object> transport(BrokerOptions options, Trust trust) {
        Map<String, Object> transport = new HashMap<>();
        transport.put("host", options.host());
        transport.put("port", options.port());
        transport.put("protocols", "MQTT");
        transport.put("useEpoll", false);
        transport.put("useKQueue", false);
        transport.put("connectionsAllowed", options.connectionsMax());
        transport.put("handshake-timeout", HANDSHAKE_SECONDS_MAX);
        transport.put("sslEnabled", true);
        transport.put("needClientAuth", true);
        transport.put("enabledProtocols", "TLSv1.3,TLSv1.2");
        transport.put("keyStoreType", "PKCS12");
        transport.put("keyStorePath", trust.files().serverStore().toString());
        transport.put("keyStorePassword", trust.files().storePassword());
        transport.put("trustStoreType", "PKCS12");
        transport.put("trustStorePath", trust.files().authorityStore().toString());
        transport.put("trustStorePassword", trust.files().storePassword());
        return transport;
    }

    private static Map<String, Object> mqtt(BrokerOptions options) {
        Map<String, Object> mqtt = new HashMap<>();
        // an alias dies with its connection, and what is sent again would carry it
        mqtt.put("topicAliasMaximum", 0);
        mqtt.put("receiveMaximum", RECEIVE_MAX);
        mqtt.put("maximumPacketSize", options.mqttPacketBytesMax());
        mqtt.put("defaultMaximumInFlightPublishMessages", RECEIVE_MAX);
        mqtt.put("closeMqttConnectionOnPublishAuthorizationFailure", false);
        return mqtt;
    }
}
