package io.chodae.notice;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.chodae.shared.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * One of our mail layouts in one language: a text file whose head gives subject, action and preheader, and its HTML
 * twin. Logic-less (Mustache); a value is never read as Mustache again, and stands escaped in the HTML.
 */
final class Layout {

    private final Language language;
    private final Template subject;
    private final Template action;
    private final Template preheader;
    private final Template text;
    private final Template html;

    private Layout(Language language, Map<String, String> head, String text, String html) {
        this.language = language;
        this.subject = compile("txt", head.getOrDefault("Subject", ""));
        this.action = compile("txt", head.getOrDefault("Action", ""));
        this.preheader = compile("txt", head.getOrDefault("Preheader", ""));
        this.text = compile("txt", text);
        this.html = compile("html", html);
    }

    /** Reads {@code mail/<kind>.<language>.txt} and its {@code .html} from the class path. */
    static Layout read(String kind, Language language) {
        String name = kind + "." + language.tag();
        String[] headAndBody = resource(name + ".txt").split("\n\n", 2);
        Map<String, String> head = new HashMap<>();
        headAndBody[0].lines().forEach(line -> {
            String[] pair = line.split(": ", 2);
            head.put(pair[0], pair[1]);
        });
        return new Layout(language, head, headAndBody[1], resource(name + ".html"));
    }

    Letter fill(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("lang", language.tag());
        all.put("font", "'Apple SD Gothic Neo','Malgun Gothic',-apple-system,'Segoe UI',Roboto,Arial,sans-serif");
        all.put("subject", subject.execute(all));
        all.put("action", action.execute(all));
        all.put("preheader", preheader.execute(all));
        return new Letter((String) all.get("subject"), text.execute(all), html.execute(all));
    }

    private Template compile(String format, String source) {
        return Mustache.compiler()
                .escapeHTML(format.equals("html"))
                .emptyStringIsFalse(true)
                .withLoader(name -> part(name, format))
                .compile(source);
    }

    /** A part may be written for one language or serve both. One that a text begins with ends without a line break. */
    private Reader part(String name, String format) {
        String own = "part/" + name + "." + language.tag() + "." + format;
        boolean there = Layout.class.getResource("/mail/" + own) != null;
        return new StringReader(resource(there ? own : "part/" + name + "." + format));
    }

    private static String resource(String path) {
        try (InputStream in = Layout.class.getResourceAsStream("/mail/" + path)) {
            if (in == null) {
                throw new IllegalStateException("no mail layout " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A layout with its values: still a template where they hold slots for one person's. */
    record Letter(String subject, String text, String html) {}
}
