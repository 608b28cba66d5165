package io.chodae.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.chodae.testing.TestClock;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class MailboxTest {

    @TempDir
    private Path data;

    private Messages messages;
    private Receiver receiver;
    private MockMvc mvc;

    @BeforeEach
    void open() throws Exception {
        messages = new Messages(data, new TestClock());
        receiver = new Receiver(messages);
        receiver.start();
        mvc = MockMvcBuilders.standaloneSetup(new MailboxPages(messages)).build();
    }

    @AfterEach
    void close() {
        receiver.stop();
    }

    @Test
    void theApiTellsWhatCameBySmtpNewestFirst() throws Exception {
        send("one@example.com", "하나");
        send("two@example.com", "둘");
        mvc.perform(get("/mailbox/api/messages"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.messages[0].subject").value("둘"))
                .andExpect(jsonPath("$.messages[0].to").value("two@example.com"))
                .andExpect(jsonPath("$.messages[0].links[0]").value("https://chodae.example/i/abc?x=1&y=2"))
                .andExpect(jsonPath("$.messages[0].html").value(org.hamcrest.Matchers.containsString("<b>둘</b>")))
                .andExpect(jsonPath("$.messages[1].subject").value("하나"));
    }

    @Test
    void listsArePagedAndSearchedByRecipient() throws Exception {
        for (int i = 1; i <= 5; i++) {
            send("person" + i + "@example.com", "mail " + i);
        }
        mvc.perform(get("/mailbox/api/messages?page=1&size=2"))
                .andExpect(jsonPath("$.total").value(5))
                .andExpect(jsonPath("$.messages.length()").value(2))
                .andExpect(jsonPath("$.messages[0].subject").value("mail 3"));
        mvc.perform(get("/mailbox/api/messages?to=PERSON4"))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.messages[0].subject").value("mail 4"));
    }

    @Test
    void theRawMessageIsWhatCame() throws Exception {
        send("one@example.com", "raw");
        long id = messages.list(0, 1, "").getFirst().id();
        mvc.perform(get("/mailbox/api/messages/" + id + ".eml"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("message/rfc822"))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("Subject: raw\r\n")));
    }

    @Test
    void aMailMayRunNothingAndLoadNothing() throws Exception {
        send("one@example.com", "html");
        long id = messages.list(0, 1, "").getFirst().id();
        mvc.perform(get("/mailbox/" + id + "/html"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                org.hamcrest.Matchers.allOf(
                                        org.hamcrest.Matchers.containsString("default-src 'none'"),
                                        org.hamcrest.Matchers.containsString("sandbox allow-popups"),
                                        org.hamcrest.Matchers.not(
                                                org.hamcrest.Matchers.containsString("allow-scripts")))))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("<base target=\"_blank\">")));
    }

    @Test
    void mailsAreThereAfterARestartUntilTheyAreDeleted() throws Exception {
        send("one@example.com", "kept");
        Messages reopened = new Messages(data, new TestClock());
        assertThat(reopened.list(0, 10, "")).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("kept");
            assertThat(mail.to()).isEqualTo("one@example.com");
        });
        mvc.perform(delete("/mailbox/api/messages")).andExpect(status().isNoContent());
        assertThat(new Messages(data, new TestClock()).list(0, 10, "")).isEmpty();
    }

    @Test
    void anUnreadableFileKeepsNoServerFromStarting() throws Exception {
        Files.writeString(
                data.resolve("mailbox").resolve("7.mail"),
                "x@example.com\nContent-Type: text/plain; charset=no-such\n\nhello");
        Files.writeString(data.resolve("mailbox").resolve("8.mail"), "");
        assertThat(new Messages(data, new TestClock()).count("")).isEqualTo(2);
    }

    @Test
    void theOldestGoWhenThereAreTooMany() {
        for (int i = 0; i < 1_005; i++) {
            messages.add("p@example.com", ("Subject: " + i + "\r\n\r\nx").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(messages.count("")).isEqualTo(1_000);
        assertThat(messages.list(0, 1, "").getFirst().subject()).isEqualTo("1004");
    }

    @Test
    void nobodyElseMayRead() throws Exception {
        mvc.perform(get("/mailbox/api/messages").with(from("192.0.2.7"))).andExpect(status().isNotFound());
        mvc.perform(get("/mailbox/api/messages").header("X-Forwarded-For", "192.0.2.7"))
                .andExpect(status().isNotFound());
        mvc.perform(get("http://rebound.example/mailbox/api/messages")).andExpect(status().isNotFound());
        mvc.perform(get("http://127.0.0.1:8080/mailbox/api/messages")).andExpect(status().isOk());
        mvc.perform(get("http://[::1]:8080/mailbox/api/messages")).andExpect(status().isOk());
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private void send(String to, String subject) throws Exception {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom(new InternetAddress("no-reply@chodae.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(subject + "\nhttps://chodae.example/i/abc?x=1&y=2\n", "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<html><head></head><body><b>" + subject + "</b></body></html>", "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        try (Transport transport = Session.getInstance(new Properties()).getTransport("smtp")) {
            transport.connect("127.0.0.1", receiver.port(), null, null);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }
}
