package org.menfang.hub.broker;

import java.io.IOException;
import java.security.Principal;
import java.security.cert.X509Certificate;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.apache.activemq.artemis.utils.CertificateUtil;
import org.jspecify.annotations.Nullable;
import org.menfang.hub.trust.Trust;

/// Lets in whoever shows a certificate of ours and calls itself by the name in it, and lets each do
/// only what {@link TopicRules} say.
///
/// User names and passwords mean nothing here. Every answer that is not a clear yes is no.
final class CertificateSecurity implements ActiveMQSecurityManager5 {
    private static final System.Logger LOG = System.getLogger(CertificateSecurity.class.getName());

    /// Separates an address from a queue on it.
    private static final String QUEUE_OF = "::";

    private final Trust trust;

    CertificateSecurity(Trust trust) {
        this.trust = trust;
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user,
            @Nullable String password,
            RemotingConnection connection,
            @Nullable String domain) {
        String name = nameOf(connection);
        if (name == null
                || !TopicRules.isKnownName(name)
                || !name.equals(connection.getClientID())) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "refused a client from {0}: certificate of {1}",
                    connection.getRemoteAddress(),
                    name);
            return null;
        }
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(name));
        subject.setReadOnly();
        return subject;
    }

    @Override
    public boolean authorize(
            @Nullable Subject subject, Set<Role> roles, CheckType checkType, String address) {
        String name = getUserFromSubject(subject);
        if (name == null) {
            return false;
        }
        int queue = address.indexOf(QUEUE_OF);
        String topic = queue < 0 ? address : address.substring(0, queue);
        return switch (checkType) {
            case SEND -> TopicRules.mayWrite(name, topic);
            case CONSUME, CREATE_DURABLE_QUEUE, CREATE_NON_DURABLE_QUEUE ->
                    TopicRules.mayHear(name, topic) && ownsQueue(name, address, queue);
            case DELETE_DURABLE_QUEUE, DELETE_NON_DURABLE_QUEUE ->
                    TopicRules.mayHear(name, topic) && ownsQueue(name, address, queue);
            case CREATE_ADDRESS ->
                    TopicRules.mayWrite(name, topic) || TopicRules.mayHear(name, topic);
            case DELETE_ADDRESS, MANAGE, BROWSE, VIEW, EDIT -> false;
        };
    }

    @Override
    public boolean validateUser(String user, String password) {
        return false;
    }

    @Override
    public boolean validateUserAndRole(
            String user, String password, Set<Role> roles, CheckType checkType) {
        return false;
    }

    @Override
    public @Nullable String getUserFromSubject(@Nullable Subject subject) {
        if (subject == null) {
            return null;
        }
        for (Principal principal : subject.getPrincipals(UserPrincipal.class)) {
            return principal.getName();
        }
        return null;
    }

    /// The common name in the certificate of a connection; null if it shows no good one.
    @Nullable String nameOf(RemotingConnection connection) {
        X509Certificate[] chain = CertificateUtil.getCertsFromConnection(connection);
        if (chain == null || chain.length == 0) {
            return null;
        }
        try {
            return trust.isRevoked(chain[0]) ? null : commonName(chain[0]);
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "nobody is let in while the list of revoked certificates cannot be read",
                    e);
            return null;
        }
    }

    private static boolean ownsQueue(String name, String address, int queue) {
        return queue < 0 || address.startsWith(name + ".", queue + QUEUE_OF.length());
    }

    private static @Nullable String commonName(X509Certificate certificate) {
        try {
            for (Rdn part :
                    new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    return String.valueOf(part.getValue());
                }
            }
            return null;
        } catch (InvalidNameException e) {
            return null;
        }
    }
}
