package play;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import play.Chodae.Attempt;
import play.Chodae.Refused;
import play.Chodae.SignedIn;

/** A Private Play: a web page that signs people in through Chodae and shows what it learnt of them. */
public final class Play {

    private static final Pattern COOKIE = Pattern.compile("(?:^|; *)play_session=([0-9a-f-]{36})");

    private final Chodae chodae;
    private final URI home;

    /** By the cookie's value: an {@link Attempt}, then a {@link SignedIn}; a real Play forgets them after a while. */
    private final Map<String, Object> sessions = new ConcurrentHashMap<>();

    private Play(Chodae chodae, URI home) {
        this.chodae = chodae;
        this.home = home;
    }

    public static void main(String[] args) throws IOException, GeneralException {
        Settings settings = Settings.read(System.getenv());
        URI home = settings.redirectUri().resolve("/");
        Play play = new Play(new Chodae(settings), home);
        HttpServer server = HttpServer.create(new InetSocketAddress(home.getHost(), home.getPort()), 0);
        server.createContext("/", play::handle);
        server.start();
        System.out.println("The sample Play is ready: " + home);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            switch (asked) {
                case "GET /" -> show(exchange, null);
                case "GET /sign-in" -> signIn(exchange);
                case "GET /callback" -> answer(exchange);
                case "POST /refresh" -> refresh(exchange);
                case "POST /sign-out" -> signOut(exchange);
                default -> exchange.sendResponseHeaders(404, -1);
            }
        } catch (GeneralException e) {
            throw new IOException(e);
        }
    }

    private void signIn(HttpExchange exchange) throws IOException {
        Attempt attempt = Attempt.begin();
        keep(exchange, attempt);
        redirect(exchange, chodae.signIn(attempt));
    }

    private void answer(HttpExchange exchange) throws IOException, GeneralException {
        if (!(taken(exchange) instanceof Attempt attempt)) {
            redirect(exchange, home);
            return;
        }
        try {
            keep(exchange, chodae.answer(home.resolve(exchange.getRequestURI()), attempt));
            redirect(exchange, home);
        } catch (Refused refused) {
            show(exchange, refused.code);
        }
    }

    private void refresh(HttpExchange exchange) throws IOException, GeneralException {
        if (!(taken(exchange) instanceof SignedIn person)) {
            redirect(exchange, home);
            return;
        }
        try {
            keep(exchange, chodae.refresh(person));
            redirect(exchange, home);
        } catch (Refused refused) {
            show(exchange, refused.code);
        }
    }

    private void signOut(HttpExchange exchange) throws IOException {
        Object session = taken(exchange);
        redirect(exchange, session instanceof SignedIn person ? chodae.signOut(person, home) : home);
    }

    private void show(HttpExchange exchange, String refusal) throws IOException {
        String language = exchange.getRequestHeaders().getFirst("Accept-Language");
        Page page = new Page(language == null ? "" : language);
        String id = cookie(exchange);
        byte[] html = (id != null && sessions.get(id) instanceof SignedIn person
                        ? page.signedIn(person.claims())
                        : page.signedOut(refusal))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, html.length);
        exchange.getResponseBody().write(html);
    }

    /** Under a new name each time, so that nobody can plant one. */
    private void keep(HttpExchange exchange, Object session) {
        String id = UUID.randomUUID().toString();
        sessions.put(id, session);
        exchange.getResponseHeaders().add("Set-Cookie", "play_session=" + id + "; Path=/; HttpOnly; SameSite=Lax");
    }

    private Object taken(HttpExchange exchange) {
        String id = cookie(exchange);
        return id == null ? null : sessions.remove(id);
    }

    private static String cookie(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Cookie");
        Matcher cookie = COOKIE.matcher(header == null ? "" : header);
        return cookie.find() ? cookie.group(1) : null;
    }

    private static void redirect(HttpExchange exchange, URI target) throws IOException {
        exchange.getResponseHeaders().set("Location", target.toString());
        exchange.sendResponseHeaders(303, -1);
    }
}
