package io.chodae.console;

import io.chodae.bizkit.PeopleFilter;
import io.chodae.bizkit.PeopleSort;
import io.chodae.bizkit.PeopleStanding;
import io.chodae.bizkit.ServiceType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What part of the people a page shows, and in which order. Every link of the page carries it. */
record PeopleQuery(
        @Nullable String q,
        @Nullable String group,
        @Nullable ServiceType type,
        @Nullable PeopleStanding standing,
        @Nullable PeopleSort sort,
        @Nullable String after) {

    private static final String LIST = "/console/people";

    public String text() {
        return q == null ? "" : q.strip();
    }

    public String inGroup() {
        return group == null ? "" : group;
    }

    public PeopleStanding stands() {
        return standing == null ? PeopleStanding.ANY : standing;
    }

    public PeopleSort order() {
        return sort == null ? PeopleSort.NEWEST : sort;
    }

    public Optional<String> position() {
        return Optional.ofNullable(after);
    }

    public PeopleFilter filter() {
        return new PeopleFilter(text(), GroupFilters.of(inGroup()), type, stands());
    }

    /** Whether it leaves anybody out. */
    public boolean filters() {
        return !filter().equals(PeopleFilter.ALL);
    }

    public PeopleQuery in(PeopleStanding other) {
        return new PeopleQuery(q, group, type, other, sort, null);
    }

    public PeopleQuery after(String position) {
        return new PeopleQuery(q, group, type, standing, sort, position);
    }

    /** The same from its first page on. */
    public PeopleQuery first() {
        return new PeopleQuery(q, group, type, standing, sort, null);
    }

    public String path() {
        return path(LIST);
    }

    public String export(String format) {
        return first().path(LIST + "/export." + format);
    }

    /** What hidden fields of a form say, by name; the position is not among them. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "q", text());
        put(fields, "group", inGroup());
        put(fields, "type", type == null ? "" : type.name());
        put(fields, "standing", stands() == PeopleStanding.ANY ? "" : stands().name());
        put(fields, "sort", order() == PeopleSort.NEWEST ? "" : order().name());
        return fields;
    }

    private String path(String base) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath(base);
        Map<String, String> fields = fields();
        put(fields, "after", after == null ? "" : after);
        fields.keySet().forEach(name -> path.queryParam(name, "{" + name + "}"));
        return path.encode().buildAndExpand(fields).toUriString();
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }
}
