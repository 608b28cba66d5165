package io.chodae.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A browser without scripts, as far as a test of the server needs one: keeps cookies (those for HTTPS only too), does
 * not follow redirects, and sends forms with their CSRF token.
 */
public final class HttpBrowser {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String CSRF = "chodae_csrf";
    private static final String BOUNDARY = "end-of-a-part";
    private static final Pattern CSRF_FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"_csrf\" value=\"([^\"]+)\"");

    private final int port;
    private final Map<String, String> cookies;
    private final Map<String, String> headers = new LinkedHashMap<>();

    public HttpBrowser(int port) {
        this(port, new LinkedHashMap<>());
    }

    private HttpBrowser(int port, Map<String, String> cookies) {
        this.port = port;
        this.cookies = cookies;
    }

    /** The same browser, session and all, for requests that carry this header too. */
    public HttpBrowser with(String name, String value) {
        HttpBrowser same = new HttpBrowser(port, cookies);
        same.headers.putAll(headers);
        return same.header(name, value);
    }

    /** Sent with every request from now on. */
    public HttpBrowser header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** @param path with query; an absolute address keeps its path and query only */
    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** A file as it came. */
    public HttpResponse<byte[]> download(String path) {
        return send(request(path).GET(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> head(String path) {
        return send(request(path).HEAD());
    }

    /** A form with names and values in turn; the CSRF token goes along. */
    public HttpResponse<String> post(String path, String... fields) {
        return postPlain(
                path,
                Stream.concat(Stream.of(fields), Stream.of("_csrf", csrf())).toArray(String[]::new));
    }

    /** A form without CSRF token. */
    public HttpResponse<String> postPlain(String path, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(encode(fields[i])).append('=').append(encode(fields[i + 1]));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** A form with one file; the CSRF token goes along. */
    public HttpResponse<String> upload(String path, String field, String fileName, String content) {
        return upload(path, field, fileName, content.getBytes(StandardCharsets.UTF_8), () -> {});
    }

    /**
     * The same with a file of any kind.
     *
     * @param sent run when the last bytes are handed to the connection
     */
    public HttpResponse<String> upload(String path, String field, String fileName, byte[] content, Runnable sent) {
        String part = "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n";
        String before = part.formatted(BOUNDARY, "_csrf", "") + csrf() + "\r\n"
                + part.formatted(BOUNDARY, field, "; filename=\"" + fileName + "\"");
        Iterator<byte[]> body = List.of(
                        before.getBytes(StandardCharsets.UTF_8),
                        content,
                        ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8))
                .iterator();
        Iterator<byte[]> watched = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return body.hasNext();
            }

            @Override
            public byte[] next() {
                byte[] next = body.next();
                if (!body.hasNext()) {
                    sent.run();
                }
                return next;
            }
        };
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(() -> watched)));
    }

    /** A form with a file, sent as multipart; names and values in turn, and the CSRF token goes along. */
    public HttpResponse<String> upload(String path, String fileField, Path file, String... fields) {
        String boundary = "----chodae" + UUID.randomUUID();
        String disposition = "\r\nContent-Disposition: form-data; name=\"";
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            head.append("--").append(boundary).append(disposition).append(fields[i]);
            head.append("\"\r\n\r\n").append(fields[i + 1]).append("\r\n");
        }
        head.append("--").append(boundary).append(disposition).append(fileField);
        head.append("\"; filename=\"").append(file.getFileName()).append("\"\r\n");
        head.append("Content-Type: application/octet-stream\r\n\r\n");
        try {
            return send(request(path)
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .header("X-CSRF-TOKEN", csrf())
                    .POST(HttpRequest.BodyPublishers.concat(
                            HttpRequest.BodyPublishers.ofString(head.toString()),
                            HttpRequest.BodyPublishers.ofFile(file),
                            HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the sign-in page and sends its form, with the token that stands in it. */
    public HttpResponse<String> signIn(String email, String password) {
        Matcher token = CSRF_FIELD.matcher(get("/sign-in").body());
        if (!token.find()) {
            throw new AssertionError("the sign-in form has no CSRF token");
        }
        return postPlain("/sign-in", "email", email, "password", password, "_csrf", token.group(1));
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    public void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As a page would carry it: any page that is opened sets the cookie, which the form answers in masked form. */
    private String csrf() {
        if (token().isEmpty()) {
            get("/sign-in");
        }
        byte[] token = token().orElseThrow().getBytes(StandardCharsets.UTF_8);
        byte[] masked = new byte[token.length * 2];
        System.arraycopy(token, 0, masked, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(masked);
    }

    private Optional<String> token() {
        return cookie(CSRF).or(() -> cookie("__Host-" + CSRF));
    }

    private HttpRequest.Builder request(String path) {
        URI uri = URI.create(path);
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + uri.getRawPath() + query));
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            HttpResponse<T> response = CLIENT.send(request.build(), body);
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        String pair = header.split(";", 2)[0];
        int equals = pair.indexOf('=');
        String name = pair.substring(0, equals);
        if (header.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(equals + 1));
        }
    }
}
