package org.praxisdatenbank.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Letters by a real mail server, and into a folder. */
final class OutboxTest {
    private static final Mail MAIL = new Mail("kim@example.org", "Größe zählt", "Guten Tag Kim,\n\nhttps://x/y\n");

    @Test
    void a_letter_arrives_by_smtp() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            URI address = URI.create("smtp://127.0.0.1:" + server.getSmtp().getPort());
            new SmtpOutbox(address, false, "praxis@example.org").send(MAIL);

            MimeMessage[] arrived = server.getReceivedMessages();
            assertThat(arrived).hasSize(1);
            assertThat(arrived[0].getSubject()).isEqualTo("Größe zählt");
            assertThat(arrived[0].getFrom()[0]).hasToString("praxis@example.org");
            assertThat(GreenMailUtil.getBody(arrived[0])).contains("https://x/y");
        } finally {
            server.stop();
        }
    }

    @Test
    void where_it_must_be_encrypted_nothing_leaves_by_a_server_that_does_not_encrypt() {
        assertThat(arrivedAt(ServerSetup.PROTOCOL_SMTP, "smtp://127.0.0.1:", false))
                .isEqualTo(1);
        assertThat(arrivedAt(ServerSetup.PROTOCOL_SMTP, "smtp://127.0.0.1:", true))
                .isZero();
    }

    @Test
    void nothing_leaves_by_a_server_whose_certificate_nobody_has_signed() {
        Logger log = (Logger) LoggerFactory.getLogger(SmtpOutbox.class);
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        log.addAppender(heard);
        try {
            assertThat(arrivedAt(ServerSetup.PROTOCOL_SMTPS, "smtps://127.0.0.1:", false))
                    .isZero();
        } finally {
            log.detachAppender(heard);
        }
        assertThat(heard.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("a mail could not be sent: MessagingException, SSLHandshakeException");
    }

    private static int arrivedAt(String protocol, String address, boolean isEncrypted) {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        server.start();
        try {
            int port = protocol.equals(ServerSetup.PROTOCOL_SMTPS)
                    ? server.getSmtps().getPort()
                    : server.getSmtp().getPort();
            new SmtpOutbox(URI.create(address + port), isEncrypted, "praxis@example.org").send(MAIL);
            return server.getReceivedMessages().length;
        } finally {
            server.stop();
        }
    }

    @Test
    void a_server_that_does_not_answer_is_no_fault_of_the_page() {
        new SmtpOutbox(URI.create("smtp://127.0.0.1:1"), false, "praxis@example.org").send(MAIL);
    }

    @Test
    void without_a_server_a_letter_is_a_file_for_the_owner_alone(@TempDir Path home) throws Exception {
        FolderOutbox outbox = new FolderOutbox(home.resolve("mail"), Clock.systemUTC());
        outbox.send(MAIL);

        assertThat(outbox.reachesPeople()).isFalse();
        try (Stream<Path> letters = Files.list(home.resolve("mail"))) {
            List<Path> files = letters.toList();
            assertThat(files).hasSize(1);
            assertThat(files.getFirst())
                    .content()
                    .contains("To: kim@example.org", "Subject: Größe zählt", "https://x/y");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.getFirst())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void nobody_writes_further_headers() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Mail("kim@example.org\nBcc: x@y", "a", "b"));
    }
}
