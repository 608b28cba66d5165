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

    /** Where a second role migrates, it must be fit for that, and the application's need not be. */
    private static Optional<String> database(Environment settings) {
        String url = settings.getProperty("spring.datasource.url", "");
        if (url.isBlank()) {
            return Optional.empty();
        }
        String migrating = settings.getProperty("spring.flyway.user", "");
        Optional<String> fault = new DatabaseCheck(
                        url,
                        settings.getProperty("spring.datasource.username", ""),
                        settings.getProperty("spring.datasource.password", ""),
                        "spring.datasource",
                        migrating.isBlank())
                .fault();
        return fault.isPresent() || migrating.isBlank()
                ? fault
                : new DatabaseCheck(
                                settings.getProperty("spring.flyway.url", url),
                                migrating,
                                settings.getProperty("spring.flyway.password", ""),
                                "spring.flyway",
                                true)
                        .fault();
    }

    private static Path dataDirectory(Environment settings) {
        return Path.of(settings.getRequiredProperty("chodae.data-dir"));
    }
}
