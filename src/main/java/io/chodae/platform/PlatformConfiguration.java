package io.chodae.platform;

import io.chodae.shared.Secrets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that every room may ask for. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Secrets secrets(@Value("${chodae.secret:}") String configured, @Value("${chodae.data-dir}") Path dataDirectory) {
        SecureRandom random = new SecureRandom();
        byte[] master = configured.isEmpty()
                ? ServerSecret.readOrMake(dataDirectory.resolve("secret.key"), random)
                : ServerSecret.decode(configured);
        return new Secrets(master, random);
    }
}
