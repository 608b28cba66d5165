package io.chodae.mail;

import io.chodae.shared.EmailAddress;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

    /** The numbers were looked at when the server started. */
    @Bean
    Throughput throughput(
            @Value("${chodae.mail.sessions:8}") int sessions,
            @Value("${chodae.mail.per-second:0}") int perSecond,
            @Value("${chodae.mail.per-hour:0}") int perHour) {
        return new Throughput(sessions, perSecond, perHour);
    }

    @Bean
    LeaseTimes leaseTimes(@Value("${chodae.mail.lease:30s}") Duration lease) {
        return new LeaseTimes(lease);
    }

    @Bean
    MailSettings mailSettings(
            @Value("${chodae.mail.from:Chodae <no-reply@localhost.localdomain>}") String from,
            @Value("${chodae.public-url:http://127.0.0.1:${server.port:8080}}") String publicUrl) {
        try {
            InternetAddress address = new InternetAddress(from, true);
            return new MailSettings(
                    Objects.requireNonNullElse(address.getPersonal(), "Chodae"),
                    EmailAddress.of(address.getAddress()),
                    URI.create(publicUrl.replaceFirst("/+$", "")));
        } catch (AddressException | IllegalArgumentException e) {
            throw new IllegalStateException("chodae.mail.from is no mail address: " + from, e);
        }
    }
}
