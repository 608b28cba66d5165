package io.chodae.platform;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Looks at settings, machine and database before anything is started, cheapest first. */
final class StartChecks implements ApplicationListener<ApplicationPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        Environment settings = event.getApplicationContext().getEnvironment();
        Stream.<Supplier<Optional<String>>>of(
                        new SettingsCheck(settings)::fault,
                        () -> port(settings),
                        () -> MachineCheck.dataDirectory(dataDirectory(settings)),
                        () -> secretFile(settings),
                        () -> database(settings))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(fault -> {
                    throw new StartRefused(fault);
                });
    }

    private static Optional<String> port(Environment settings) {
        return MachineCheck.port(
                settings.getRequiredProperty("server.address"),
                settings.getRequiredProperty("server.port", Integer.class));
    }

    private static Optional<String> secretFile(Environment settings) {
        return StringUtils.hasText(settings.getProperty("chodae.secret"))
                ? Optional.empty()
                : MachineCheck.secretFile(ServerSecret.file(dataDirectory(settings)));
    }

    private static Optional<String> database(Environment settings) {
        String url = settings.getProperty("spring.datasource.url", "");
        return url.isBlank()
                ? Optional.empty()
                : new DatabaseCheck(
                                url,
                                settings.getProperty("spring.datasource.username", ""),
                                settings.getProperty("spring.datasource.password", ""))
                        .fault();
    }

    private static Path dataDirectory(Environment settings) {
        return Path.of(settings.getRequiredProperty("chodae.data-dir"));
    }
}
