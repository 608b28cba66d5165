package io.chodae.console;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.chodae.testing.HttpBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line of {@code console/routes.csv}: an address of the console or of {@code /me}, and who may call it.
 *
 * @param header a request header that the route asks for, or empty
 * @param lowest the weakest who may
 * @param fields of the form, or of the query; a value that begins with {@code @} is a file
 * @param done status for those who may
 * @param stranger status for the owner of another publisher, who names this one's objects
 * @param writes whether rows change
 */
record Route(
        String method,
        String path,
        String header,
        Caller lowest,
        String fields,
        int done,
        int stranger,
        boolean writes) {

    private static final Path FILE = Path.of("src/test/resources/console/routes.csv");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(:[^}]*)?}");
    private static final String LIST = "name,email\nSora,sora@guests.example\n";

    static List<Route> all() {
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(FILE)) {
            return lines.stream().map(Route::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Route> writing() {
        return all().stream().filter(route -> !route.reads());
    }

    private static Route of(NamedCsvRecord line) {
        return new Route(
                line.getField("method"),
                line.getField("path"),
                line.getField("header"),
                Caller.valueOf(line.getField("lowest")),
                line.getField("fields"),
                Integer.parseInt(line.getField("done")),
                Integer.parseInt(line.getField("stranger")),
                line.getField("writes").equals("yes"));
    }

    String key() {
        return (method + " " + path + " " + header).strip();
    }

    boolean reads() {
        return method.equals("GET");
    }

    boolean namesAnObject() {
        return path.contains("Id}");
    }

    /** Whether an address that a page offers is this route's. */
    boolean leadsTo(String askedMethod, String address) {
        String pattern = path.replace(".", "\\.").replaceAll("\\{\\w+:([^}]*)}", "($1)");
        return method.equals(askedMethod) && address.matches(pattern.replaceAll("\\{\\w+}", "[^/]+"));
    }

    HttpResponse<String> send(HttpBrowser browser, Map<String, String> values) {
        HttpBrowser asking = header.isEmpty() ? browser : browser.with(header, "true");
        String address = filled(path, values);
        List<String> form = form(values);
        if (reads()) {
            return asking.get(fields.isEmpty() ? address : address + "?" + filled(fields, values));
        }
        return form.size() == 2 && form.get(1).startsWith("@")
                ? asking.upload(address, form.getFirst(), form.get(1).substring(1), LIST)
                : asking.post(address, form.toArray(String[]::new));
    }

    HttpResponse<String> sendWithoutToken(HttpBrowser browser, Map<String, String> values) {
        HttpBrowser asking = header.isEmpty() ? browser : browser.with(header, "true");
        return asking.postPlain(filled(path, values), form(values).toArray(String[]::new));
    }

    @Override
    public String toString() {
        return key();
    }

    /** Names and values in turn. */
    private List<String> form(Map<String, String> values) {
        List<String> form = new ArrayList<>();
        for (String field : fields.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                form.add(field.substring(0, equals));
                form.add(filled(field.substring(equals + 1), values));
            }
        }
        return form;
    }

    private static String filled(String template, Map<String, String> values) {
        return VARIABLE.matcher(template)
                .replaceAll(variable -> Matcher.quoteReplacement(value(values, variable.group(1))));
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new AssertionError("the test has nothing for {" + name + "}: see Belongings");
        }
        return value;
    }
}
