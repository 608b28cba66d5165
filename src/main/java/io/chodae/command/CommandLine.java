package io.chodae.command;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The server as a command: it starts as a node of its own, on no port that anybody knows, does what was asked and ends.
 * So it works beside running nodes on a database of yours, and alone on the embedded one.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(CommandLine.IMPORT_ACCOUNTS)
class CommandLine {

    static final String IMPORT_ACCOUNTS = "import-accounts";

    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> anyPort() {
        return factory -> factory.setPort(0);
    }

    @Bean
    ApplicationRunner importAccountsRunner(ImportCommand command, ConfigurableApplicationContext server) {
        return arguments -> {
            int code = command.run(Path.of(file(arguments)), System.out);
            System.exit(SpringApplication.exit(server, () -> code));
        };
    }

    private static String file(ApplicationArguments arguments) {
        List<String> files = arguments.getOptionValues(IMPORT_ACCOUNTS);
        return files == null ? "" : files.getFirst();
    }
}
