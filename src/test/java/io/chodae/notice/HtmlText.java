package io.chodae.notice;

import org.springframework.web.util.HtmlUtils;

/** What a reader sees of a mail's HTML, as running text. Good for our own layouts only. */
final class HtmlText {

    private HtmlText() {}

    static String of(String html) {
        String body =
                html.replaceFirst("(?s)^.*?<body[^>]*>", "").replaceFirst("(?s)<div style=\"display:none.*?</div>", "");
        String lines = body.replaceAll("<br>|</(p|h1|h2|li|td|div|a)>", "\n").replaceAll("(?s)<[^>]*>", "");
        return HtmlUtils.htmlUnescape(lines);
    }
}
