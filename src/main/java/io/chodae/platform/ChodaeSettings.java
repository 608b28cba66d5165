package io.chodae.platform;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The server's own settings; {@link StartChecks} has looked at them before.
 *
 * @param dataDir where the server keeps its database, its key and its files
 * @param publicUrl what links in mails begin with
 * @param demo whether there are demo people and a mailbox page
 * @param secret the master key in Base64; null: kept in a file of the data directory
 */
@ConfigurationProperties("chodae")
record ChodaeSettings(
        Path dataDir, URI publicUrl, boolean demo, @Nullable String secret) {}
