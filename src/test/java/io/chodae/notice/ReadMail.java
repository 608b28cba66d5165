package io.chodae.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.mail.Composition;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A composed mail as the mail library reads it. Lines end with {@code \n}. */
record ReadMail(MimeMessage message, String subject, String to, String text, String html) {

    private static final Pattern LINK = Pattern.compile("(?m)^https://\\S+$");

    static ReadMail of(Composition composition) throws MessagingException, IOException {
        assertThat(composition).isInstanceOf(Composition.Ready.class);
        return of(((Composition.Ready) composition).message().bytes());
    }

    static ReadMail of(byte[] bytes) throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        return new ReadMail(
                message,
                message.getSubject(),
                message.getRecipients(Message.RecipientType.TO)[0].toString(),
                part(message, 0),
                part(message, 1));
    }

    /** The one line of the text that is a link. */
    String link() {
        Matcher links = LINK.matcher(text);
        assertThat(links.results()).hasSize(1);
        links.reset();
        assertThat(links.find()).isTrue();
        return links.group();
    }

    private static String part(MimeMessage message, int index) throws MessagingException, IOException {
        String content = (String)
                ((MimeMultipart) message.getContent()).getBodyPart(index).getContent();
        return content.replace("\r\n", "\n");
    }
}
