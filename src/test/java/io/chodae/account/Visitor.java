package io.chodae.account;

import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sends forms with the token that stood in a page before, and so finds pages without one. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("<input type=\"hidden\" name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpBrowser browser;
    private String csrf = "";

    Visitor(int port) {
        browser = new HttpBrowser(port);
    }

    HttpResponse<String> get(String path) {
        return seen(browser.get(path));
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        return seen(browser.postPlain(
                path,
                Stream.concat(
                                fields.entrySet().stream()
                                        .flatMap(field -> Stream.of(field.getKey(), field.getValue())),
                                Stream.of("_csrf", csrf))
                        .toArray(String[]::new)));
    }

    private HttpResponse<String> seen(HttpResponse<String> page) {
        Matcher token = TOKEN.matcher(page.body());
        if (token.find()) {
            csrf = token.group(1);
        }
        return page;
    }
}
