package io.chodae.platform;

import io.chodae.shared.EmailAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Finds what is wrong with the settings as such, without touching the disk, the network or a database. */
record SettingsCheck(Environment settings) {

    /** The first fault as a sentence that says what to set. */
    Optional<String> fault() {
        return Stream.<Supplier<Optional<String>>>of(
                        this::demo,
                        this::port,
                        this::address,
                        this::publicUrl,
                        this::secret,
                        this::relay,
                        this::sender,
                        this::mailPort,
                        this::startTls,
                        this::throughput,
                        this::returns,
                        this::limits,
                        this::resolver,
                        this::domains,
                        this::timeZone,
                        this::management)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> demo() {
        String demo = text("chodae.demo");
        if (demo.equals("true")) {
            return demoOnItsOwn();
        }
        return demo.equals("false")
                ? Optional.empty()
                : Optional.of("chodae.demo is '" + demo + "': set it to true or false.");
    }

    private Optional<String> demoOnItsOwn() {
        if (given("spring.datasource.url")) {
            return Optional.of("Demo mode writes made-up people into the database, but spring.datasource.url names a"
                    + " database of your own: set chodae.demo=false, or remove spring.datasource.url.");
        }
        return resolve(text("server.address"))
                .filter(address -> !address.isLoopbackAddress())
                .map(address -> "Demo mode is for this machine alone, but server.address is '" + text("server.address")
                        + "': set chodae.demo=false, or server.address=127.0.0.1.");
    }

    private Optional<String> port() {
        String port = text("server.port");
        boolean valid = port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65535;
        return valid
                ? Optional.empty()
                : Optional.of("server.port is '" + port + "': set it to a number from 1 to 65535.");
    }

    private Optional<String> address() {
        String address = text("server.address");
        return resolve(address).isPresent()
                ? Optional.empty()
                : Optional.of("server.address is '" + address + "', which is no address: set it to 127.0.0.1 for this"
                        + " machine alone, or to 0.0.0.0 for every network.");
    }

    private Optional<String> publicUrl() {
        String text = text("chodae.public-url");
        String remedy = ": set it to the address that people open, such as https://chodae.example, without a path.";
        try {
            URI url = new URI(text);
            String scheme = url.getScheme();
            boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
            boolean bare = url.getRawQuery() == null
                    && url.getRawFragment() == null
                    && url.getRawUserInfo() == null
                    && ("".equals(url.getRawPath()) || "/".equals(url.getRawPath()));
            if (!web || url.getHost() == null || !bare) {
                return Optional.of("chodae.public-url is '" + text + "', which is no address of a web site" + remedy);
            }
            return url.getHost().equals("0.0.0.0") || url.getHost().equals("[::]")
                    ? Optional.of("chodae.public-url is '" + text + "', which no browser can open" + remedy)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of("chodae.public-url is '" + text + "', which is no address of a web site" + remedy);
        }
    }

    private Optional<String> secret() {
        if (given("chodae.secret")) {
            try {
                ServerSecret.decode(text("chodae.secret"));
            } catch (IllegalArgumentException e) {
                return Optional.of("chodae.secret is not the Base64 of at least 32 bytes: set it to what"
                        + " 'openssl rand -base64 32' prints.");
            }
        }
        return Optional.empty();
    }

    /** Without a relay an invitation would wait for ever; only the demo brings a receiver of its own. */
    private Optional<String> relay() {
        return text("chodae.demo").equals("false") && !given("spring.mail.host")
                ? Optional.of("chodae.demo is false, but no relay takes the mails: set spring.mail.host (and"
                        + " spring.mail.port, username and password where it asks for them) and chodae.mail.from.")
                : Optional.empty();
    }

    private Optional<String> sender() {
        if (!given("chodae.mail.from")) {
            return given("spring.mail.host")
                    ? Optional.of("spring.mail.host is set, but mails have no sender: set chodae.mail.from, for example"
                            + " to 'Chodae <no-reply@your-domain>'.")
                    : Optional.empty();
        }
        try {
            EmailAddress from = EmailAddress.of(text("chodae.mail.from").replaceFirst("^[^<]*<([^<>]*)>$", "$1"));
            return from.needsSmtpUtf8()
                    ? Optional.of("chodae.mail.from is '" + text("chodae.mail.from")
                            + "', which many mail servers refuse: set it to an address that has only Latin letters,"
                            + " digits and signs before the @.")
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("chodae.mail.from is '" + text("chodae.mail.from")
                    + "', which is no mail address: set it, for example, to 'Chodae <no-reply@your-domain>'.");
        }
    }

    private Optional<String> mailPort() {
        String port = text("spring.mail.port");
        boolean valid = port.isEmpty() || (port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65535);
        return valid
                ? Optional.empty()
                : Optional.of("spring.mail.port is '" + port + "': set it to a number from 1 to 65535, such as 587.");
    }

    private Optional<String> startTls() {
        String policy = text("chodae.mail.starttls");
        return policy.isEmpty() || policy.matches("required|preferred|off")
                ? Optional.empty()
                : Optional.of("chodae.mail.starttls is '" + policy + "': set it to required, preferred or off.");
    }

    private Optional<String> throughput() {
        return number("chodae.mail.sessions", 1, 200, "how many SMTP sessions may be open at a time")
                .or(() -> number("chodae.mail.per-second", 0, 10_000, "0 for no limit"))
                .or(() -> number("chodae.mail.per-hour", 0, 100_000_000, "0 for no limit"))
                .or(() -> number("chodae.mail.pause-at-percent", 0, 100, "0 to never pause by itself"));
    }

    /** Mails that come back find their way only where they are given one. */
    private Optional<String> returns() {
        if (given("chodae.mail.return-domain")
                && EmailAddress.parse("b@" + text("chodae.mail.return-domain")).isEmpty()) {
            return Optional.of("chodae.mail.return-domain is '" + text("chodae.mail.return-domain")
                    + "', which is no mail domain: set it to one whose mails your mail server hands to"
                    + " chodae.mail.inbound.port, such as bounce.chodae.example.");
        }
        if (!given("chodae.mail.inbound.port")) {
            return Optional.empty();
        }
        return number("chodae.mail.inbound.port", 0, 65535, "where your mail server hands over what comes back")
                .or(() -> given("chodae.mail.return-domain")
                        ? Optional.empty()
                        : Optional.of("chodae.mail.inbound.port is set, but no mail has a return path: set"
                                + " chodae.mail.return-domain to the domain whose mails come in there."));
    }

    private Optional<String> resolver() {
        String address = text("chodae.dns.resolver");
        return address.isEmpty() || address.matches("[A-Za-z0-9.-]+(:\\d{1,5})?|[0-9a-fA-F:]+")
                ? Optional.empty()
                : Optional.of("chodae.dns.resolver is '" + address
                        + "': set it to a name server's address, such as 192.0.2.53 or 192.0.2.53:5353.");
    }

    private Optional<String> domains() {
        return number("chodae.domains.grace-days", 1, 365, "the days that a domain stays held without its proof")
                .or(() -> number("chodae.domains.recheck-hours", 1, 720, "the hours between two looks at a proof"))
                .or(() -> number("chodae.domains.https-port", 1, 65535, "443 unless for a test"))
                .or(() -> number("chodae.domains.http-port", 1, 65535, "80 unless for a test"))
                .or(() -> text("chodae.domains.private-hosts").matches("|true|false")
                        ? Optional.empty()
                        : Optional.of("chodae.domains.private-hosts is '" + text("chodae.domains.private-hosts")
                                + "': set it to true or false."));
    }

    private Optional<String> limits() {
        return number("chodae.limits.recipient-per-day", 0, 1_000, "0 for no limit")
                .or(() -> number("chodae.limits.recipient-per-day-overall", 0, 10_000, "0 for no limit"))
                .or(() -> number("chodae.limits.presses-per-minute", 0, 10_000, "0 for no limit"))
                .or(() -> number("chodae.limits.presses-per-hour", 0, 100_000, "0 for no limit"))
                .or(() -> number("chodae.limits.people-per-day", 0, 100_000_000, "0 for no limit"));
    }

    private Optional<String> number(String name, int least, int most, String hint) {
        String text = text(name);
        boolean valid = text.isEmpty()
                || (text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most);
        return valid
                ? Optional.empty()
                : Optional.of(name + " is '" + text + "': set it to a whole number from " + least + " to " + most + ", "
                        + hint + ".");
    }

    private Optional<String> timeZone() {
        String zone = text("chodae.time-zone");
        return zone.isEmpty() || ZoneId.getAvailableZoneIds().contains(zone)
                ? Optional.empty()
                : Optional.of("chodae.time-zone is '" + zone
                        + "', which is no time zone: set it to the name of one, such" + " as Asia/Seoul.");
    }

    /** Where nothing is said, a port of its own would be open to every network. */
    private Optional<String> management() {
        return ManagementPortType.get(settings) == ManagementPortType.DIFFERENT && !given("management.server.address")
                ? Optional.of("management.server.port is set, but nothing says who may reach it: set"
                        + " management.server.address to 127.0.0.1, or to an address of a private network.")
                : Optional.empty();
    }

    private boolean given(String name) {
        return StringUtils.hasText(settings.getProperty(name));
    }

    private String text(String name) {
        return settings.getProperty(name, "").strip();
    }

    private static Optional<InetAddress> resolve(String address) {
        try {
            return address.isEmpty() ? Optional.empty() : Optional.of(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
