package io.chodae.demo;

import io.chodae.demo.DemoFile.Mailbox;
import io.chodae.demo.DemoFile.SignIn;
import io.chodae.identity.Operators;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Fills an empty demo once, and says at every start where to go and how to get in. */
@Component
@ConditionalOnProperty(name = "chodae.demo", havingValue = "true", matchIfMissing = true)
class PrepareDemo implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(PrepareDemo.class);

    private final DemoData data;
    private final Operators operators;
    private final JsonMapper json;
    private final Path dataDir;
    private final String publicUrl;
    private final String playUrl;
    private final String relay;
    private final DemoKeyFile keyFiles;

    PrepareDemo(
            DemoData data,
            Operators operators,
            JsonMapper json,
            @Value("${chodae.data-dir}") Path dataDir,
            @Value("${chodae.public-url}") String publicUrl,
            @Value("${chodae.demo.play-url:http://127.0.0.1:9090}") String playUrl,
            @Value("${spring.mail.host:}") String relay) {
        this.data = data;
        this.operators = operators;
        this.json = json;
        this.dataDir = dataDir;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
        this.playUrl = playUrl.replaceFirst("/+$", "");
        this.relay = relay;
        this.keyFiles = new DemoKeyFile(dataDir, this.publicUrl, json);
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        Optional<DemoFile> known = DemoFile.read(dataDir, json);
        if (known.isEmpty() && operators.anyone()) {
            LOG.info("The demo data is there, but demo.json is not: sign in with the password you know");
            return;
        }
        DemoFile demo = known.isPresent()
                ? new DemoFile(
                        publicUrl,
                        known.get().console(),
                        known.get().customer(),
                        known.get().invitee(),
                        known.get().play(),
                        mailbox(),
                        known.get().serviceAccountKeyFile() == null ? null : keyFiles.refresh(),
                        known.get().administrator())
                : fill();
        demo.write(dataDir, json);
        // Printed for the person at the terminal: these sign-ins work on this machine only.
        LOG.info(
                """
                        Chodae is ready.

                          Console   {}/console
                                    {}  /  {}
                          Mailbox   {}
                          Invitee   {}  /  {}
                          Play      {}
                        """,
                publicUrl,
                demo.console().email(),
                demo.console().password(),
                demo.mailbox() == null
                        ? "– (the mails go to " + relay + ")"
                        : demo.mailbox().page(),
                demo.invitee().email(),
                demo.invitee().password(),
                demo.play() == null ? "–" : demo.play().link() + " (mvn -f examples/play spring-boot:run)");
    }

    private DemoFile fill() throws IOException {
        SignIn operator = new SignIn(DemoData.OPERATOR, DemoPassword.next());
        SignIn invitee = new SignIn(DemoData.INVITEE, DemoPassword.next());
        DemoData.Filled filled = data.fill(operator, invitee, playUrl);
        DemoFile.Play play = new DemoFile.Play(
                filled.playName(),
                playUrl + "/",
                publicUrl,
                filled.client().clientId(),
                filled.client().secret(),
                DemoData.callback(playUrl));
        return new DemoFile(
                publicUrl,
                operator,
                filled.publisher().externalId(),
                invitee,
                play,
                mailbox(),
                keyFiles.write(filled.keyFile()),
                operator.email());
    }

    private @Nullable Mailbox mailbox() {
        if (!relay.isBlank()) {
            return null;
        }
        return new Mailbox(publicUrl + "/mailbox", publicUrl + "/mailbox/api/messages");
    }
}
