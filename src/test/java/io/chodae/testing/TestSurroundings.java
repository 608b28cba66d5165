package io.chodae.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Gives a server under test its database, data directory and mail receiver. */
final class TestSurroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestMailbox mailbox = new TestMailbox();
        context.getBeanFactory().registerSingleton("testMailbox", mailbox);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                mailbox.close();
            }
        });

        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.datasource.url", TestDatabase.freshUrl());
        settings.put("spring.datasource.username", TestDatabase.username());
        settings.put("spring.datasource.password", TestDatabase.password());
        settings.put("spring.flyway.user", TestDatabase.owner());
        settings.put("spring.flyway.password", TestDatabase.password());
        settings.put("spring.datasource.hikari.maximum-pool-size", 8);
        // servers of other test classes rest, and leave their connections to the one that works
        settings.put("spring.datasource.hikari.minimum-idle", 0);
        settings.put("spring.datasource.hikari.idle-timeout", 10_000);
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", mailbox.port());
        settings.put("chodae.mail.from", "Chodae <no-reply@chodae.example>");
        settings.put("chodae.data-dir", dataDirectory().toString());
        settings.put("chodae.public-url", "https://chodae.example");
        settings.put("chodae.demo", "false");
        // tests of one server invite the same made-up people for many publishers on one day, as quick as they can
        settings.put("chodae.limits.recipient-per-day", "0");
        settings.put("chodae.limits.recipient-per-day-overall", "0");
        settings.put("chodae.limits.presses-per-minute", "0");
        settings.put("chodae.limits.presses-per-hour", "0");
        // where nobody answers: no test asks the world
        settings.put("chodae.dns.resolver", "127.0.0.1:1");
        // under the settings of a test class, over everything else
        context.getEnvironment()
                .getPropertySources()
                .addBefore(
                        StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("surroundings", settings));
    }

    private static Path dataDirectory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class TestBeans {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }
}
