package io.chodae.platform;

import io.chodae.shared.Secrets;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that every room may ask for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChodaeSettings.class)
class PlatformConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Secrets secrets(ChodaeSettings settings) {
        SecureRandom random = new SecureRandom();
        String configured = settings.secret();
        byte[] master = configured == null || configured.isBlank()
                ? ServerSecret.readOrMake(ServerSecret.file(settings.dataDir()), random)
                : ServerSecret.decode(configured);
        return new Secrets(master, random);
    }
}
