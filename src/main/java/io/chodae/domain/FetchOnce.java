package io.chodae.domain;

import io.chodae.domain.OpenPage.Page;
import io.chodae.domain.OpenPage.Reply;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** One request to a host of the public Internet: no cookie, no proxy, no redirect, no more octets or time than allowed. */
@Component
class FetchOnce {

    private static final Timeout PATIENCE = Timeout.ofSeconds(4);
    private static final Duration ALL_IN_ALL = Duration.ofSeconds(10);

    private final Duration longest;

    private final CloseableHttpClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int httpsPort;
    private final int httpPort;

    /**
     * Lives as long as the server.
     *
     * @param httpsPort and {@code httpPort}: where web servers listen; other than usual for tests alone
     */
    @Autowired
    FetchOnce(
            PublicHosts hosts,
            @Value("${chodae.domains.https-port:443}") int httpsPort,
            @Value("${chodae.domains.http-port:80}") int httpPort) {
        this(hosts, httpsPort, httpPort, ALL_IN_ALL, DefaultClientTlsStrategy.createDefault());
    }

    /**
     * For tests too.
     *
     * @param longest that a request may take with all to which it leads
     * @param tls whose certificates are believed
     */
    FetchOnce(PublicHosts hosts, int httpsPort, int httpPort, Duration longest, TlsSocketStrategy tls) {
        this.longest = longest;
        this.httpsPort = httpsPort;
        this.httpPort = httpPort;
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(hosts)
                        .setTlsSocketStrategy(tls)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(PATIENCE)
                                .setSocketTimeout(PATIENCE)
                                .build())
                        .setMaxConnTotal(64)
                        .build())
                .setUserAgent("Chodae (proof of a domain)")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .setConnectionReuseStrategy((request, response, context) -> false)
                .build();
    }

    URI address(String scheme, String host, String path) {
        int port = scheme.equals("https") ? httpsPort : httpPort;
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        return URI.create(scheme + "://" + host + (usual ? "" : ":" + port) + path);
    }

    /** Whether a page there proves something for the domain. */
    boolean belongsTo(URI page, String domain) {
        String host = page.getHost();
        String scheme = page.getScheme();
        boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
        int usual = "https".equalsIgnoreCase(scheme) ? httpsPort : httpPort;
        boolean usualPort = page.getPort() == usual || (page.getPort() == -1 && (usual == 443 || usual == 80));
        return web
                && usualPort
                && page.getRawUserInfo() == null
                && host != null
                && (host.equalsIgnoreCase(domain) || host.equalsIgnoreCase("www." + domain));
    }

    /** Until when requests that begin now, one after the other, may take; of the clock of {@link System#nanoTime}. */
    long deadline() {
        return System.nanoTime() + longest.toNanos();
    }

    Reply fetch(URI address, int mostOctets, long deadline) {
        HttpGet request = new HttpGet(address);
        Future<Reply> reply = threads.submit(() -> fetch(address, request, mostOctets));
        try {
            return reply.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return Reply.of(new Page.NoAnswer(address.toString(), "timed out"));
        } catch (ExecutionException e) {
            return Reply.of(fault(address, e.getCause() == null ? e : e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.of(new Page.NoAnswer(address.toString(), "interrupted"));
        } finally {
            // whoever sends an octet a second is cut off too
            request.cancel();
        }
    }

    private Reply fetch(URI address, HttpGet request, int mostOctets) throws IOException {
        ClassicHttpResponse response = client.executeOpen(null, request, null);
        try {
            return read(address, response, mostOctets);
        } finally {
            drop(request, response);
        }
    }

    /** The connection is cut first: closing alone would read on to the end, and somebody may send without end. */
    private static void drop(HttpGet request, ClassicHttpResponse response) {
        request.cancel();
        try {
            response.close();
        } catch (IOException e) {
            // it is cut off
        }
    }

    @PreDestroy
    void close() throws IOException {
        client.close();
        threads.shutdownNow();
    }

    private static Page fault(URI address, Throwable cause) {
        if (cause instanceof PublicHosts.NotPublic) {
            return new Page.Private(address.toString());
        }
        if (cause instanceof UnknownHostException) {
            return new Page.NoHost(address.toString());
        }
        String words = cause.getMessage();
        return new Page.NoAnswer(
                address.toString(), words == null ? cause.getClass().getSimpleName() : words);
    }

    private static Reply read(URI address, ClassicHttpResponse response, int mostOctets) throws IOException {
        int code = response.getCode();
        Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        if (code >= 300 && code < 400 && location != null) {
            return Reply.moved(location.getValue());
        }
        if (code != 200 || response.getEntity() == null) {
            return Reply.of(new Page.Status(address.toString(), code));
        }
        InputStream in = response.getEntity().getContent();
        byte[] body = in.readNBytes(mostOctets + 1);
        return Reply.of(
                body.length > mostOctets
                        ? new Page.TooLong(address.toString())
                        : new Page.Text(address.toString(), new String(body, StandardCharsets.UTF_8)));
    }
}
