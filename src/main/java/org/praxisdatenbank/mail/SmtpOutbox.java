package org.praxisdatenbank.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends by a mail server: encrypted from the start ({@code smtps}), or from the greeting on ({@code smtp}). */
public final class SmtpOutbox implements Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpOutbox.class);
    private static final int TIMEOUT_MILLIS = 20_000;

    private final Session session;
    private final String from;

    /**
     * Connects only when there is something to send.
     *
     * @param server {@code smtp://user:password@host:587}; parts of user and password percent-encoded
     * @param isEncrypted whether nothing may leave without TLS; with a password nothing does in any case
     * @param from the sender's address
     */
    public SmtpOutbox(URI server, boolean isEncrypted, String from) {
        this.from = from;
        String protocol = server.getScheme();
        Properties settings = new Properties();
        settings.put("mail.transport.protocol.rfc822", protocol);
        String prefix = "mail." + protocol + ".";
        settings.put(prefix + "host", server.getHost());
        if (server.getPort() > 0) {
            settings.put(prefix + "port", String.valueOf(server.getPort()));
        }
        settings.put(prefix + "connectiontimeout", String.valueOf(TIMEOUT_MILLIS));
        settings.put(prefix + "timeout", String.valueOf(TIMEOUT_MILLIS));
        settings.put(prefix + "writetimeout", String.valueOf(TIMEOUT_MILLIS));
        @Nullable String user = server.getUserInfo();
        settings.put(prefix + "auth", String.valueOf(user != null));
        settings.put(prefix + "starttls.enable", "true");
        // A password must not travel where anybody can read it.
        settings.put(prefix + "starttls.required", String.valueOf(isEncrypted || user != null));
        settings.put(prefix + "ssl.checkserveridentity", "true");
        this.session = Session.getInstance(settings, user == null ? null : authenticator(user));
    }

    private static Authenticator authenticator(String user) {
        int colon = user.indexOf(':');
        PasswordAuthentication account = new PasswordAuthentication(
                colon < 0 ? user : user.substring(0, colon), colon < 0 ? "" : user.substring(colon + 1));
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return account;
            }
        };
    }

    @Override
    public void send(Mail mail) {
        try {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(new InternetAddress(from));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to()));
            message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
            message.setText(mail.text(), StandardCharsets.UTF_8.name());
            Transport.send(message);
        } catch (MessagingException e) {
            @Nullable Throwable cause = e.getCause();
            LOG.error(
                    "a mail could not be sent: {}{}",
                    e.getClass().getSimpleName(),
                    cause == null ? "" : ", " + cause.getClass().getSimpleName());
            LOG.debug("a mail could not be sent", e);
        }
    }

    @Override
    public boolean reachesPeople() {
        return true;
    }
}
