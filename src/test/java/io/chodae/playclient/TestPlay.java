package io.chodae.playclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a Play's own server says to this one, and where it sends the person's browser. */
public record TestPlay(int port, String clientId, String secret) {

    public static final String CALLBACK = "https://play.example/callback";
    public static final String LOCAL = "http://127.0.0.1:9191/callback";
    public static final String VERIFIER = "a-code-verifier-that-is-at-least-43-characters-long";
    private static final JsonMapper JSON = new JsonMapper();

    /** The request for a sign-in; names and values in turn replace its parameters, an empty value takes one out. */
    public String authorizePath(String... changes) {
        Map<String, String> query = new LinkedHashMap<>(Map.of(
                "response_type", "code",
                "scope", "openid profile email phone chodae",
                "state", "s-456",
                "nonce", "n-123",
                "client_id", clientId,
                "redirect_uri", CALLBACK,
                "code_challenge_method", "S256",
                "code_challenge", challenge()));
        for (int i = 0; i < changes.length; i += 2) {
            query.put(changes[i], changes[i + 1]);
        }
        return "/oauth2/authorize?"
                + query.entrySet().stream()
                        .filter(one -> !one.getValue().isEmpty())
                        .map(one -> one.getKey() + "=" + HttpBrowser.encode(one.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** The code that a signed-in browser is sent back with. */
    public String code(HttpBrowser browser) {
        HttpResponse<String> answer = browser.get(authorizePath());
        assertThat(location(answer)).startsWith(CALLBACK);
        assertThat(parameter(answer, "state")).isEqualTo("s-456");
        return parameter(answer, "code");
    }

    public JsonNode tokens(HttpBrowser browser) {
        return json(exchange(code(browser)));
    }

    public HttpResponse<String> exchange(String code, String... changes) {
        return token(
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        CALLBACK,
                        "code_verifier",
                        VERIFIER),
                changes);
    }

    public HttpResponse<String> refresh(String token) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    public HttpResponse<String> refresh(JsonNode tokens) {
        return refresh(tokens.get("refresh_token").asString());
    }

    public HttpResponse<String> userInfo(JsonNode tokens) {
        return new HttpBrowser(port)
                .header("Authorization", "Bearer " + tokens.get("access_token").asString())
                .get("/userinfo");
    }

    private HttpResponse<String> token(Map<String, String> fields, String... changes) {
        Map<String, String> form = new LinkedHashMap<>(fields);
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        HttpBrowser client = new HttpBrowser(port);
        if (!form.containsKey("client_secret")) {
            String credentials = HttpBrowser.encode(clientId) + ":" + HttpBrowser.encode(secret);
            client.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return client.postPlain(
                "/oauth2/token",
                form.entrySet().stream()
                        .filter(one -> !one.getValue().isEmpty())
                        .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
                        .toArray(String[]::new));
    }

    /** The same Play with another secret. */
    public TestPlay with(String otherSecret) {
        return new TestPlay(port, clientId, otherSecret);
    }

    public static JsonNode json(HttpResponse<String> response) {
        assertThat(response.body()).as("answered with %s", response).startsWith("{");
        return JSON.readTree(response.body());
    }

    public static String error(HttpResponse<String> response) {
        assertThat(response.statusCode()).isBetween(400, 401);
        return json(response).get("error").asString();
    }

    public static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("no redirect: " + response));
    }

    public static String parameter(HttpResponse<String> response, String name) {
        Map<String, String> parameters = UriComponentsBuilder.fromUriString(location(response))
                .build()
                .getQueryParams()
                .toSingleValueMap();
        return Objects.requireNonNull(parameters.get(name), () -> "no " + name + " in " + parameters);
    }

    private static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
