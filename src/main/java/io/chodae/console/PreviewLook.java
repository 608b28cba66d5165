package io.chodae.console;

import io.chodae.shared.Language;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * How an operator looks at the preview. All of it stands in the page's address, so that it can be shared and reloaded
 * and needs no scripts.
 *
 * @param person row of the person; empty for the first
 * @param lang of the mail; empty for the person's own
 * @param find what was searched for
 */
record PreviewLook(
        OptionalInt person, Optional<Language> lang, boolean text, boolean phone, boolean dark, String find) {

    static PreviewLook of(MultiValueMap<String, String> query) {
        return new PreviewLook(
                row(query.getFirst("person")),
                Optional.ofNullable(query.getFirst("mail"))
                        .filter(tag -> tag.equals("ko") || tag.equals("en"))
                        .map(Language::ofTag),
                "text".equals(query.getFirst("part")),
                "phone".equals(query.getFirst("view")),
                "dark".equals(query.getFirst("scheme")),
                Optional.ofNullable(query.getFirst("find")).orElse("").strip());
    }

    public PreviewLook at(int row) {
        return new PreviewLook(OptionalInt.of(row), lang, text, phone, dark, "");
    }

    public PreviewLook in(String tag) {
        return new PreviewLook(person, Optional.of(Language.ofTag(tag)), text, phone, dark, find);
    }

    public PreviewLook asText(boolean wanted) {
        return new PreviewLook(person, lang, wanted, phone, dark, find);
    }

    public PreviewLook onPhone(boolean wanted) {
        return new PreviewLook(person, lang, text, wanted, dark, find);
    }

    public PreviewLook inDark(boolean wanted) {
        return new PreviewLook(person, lang, text, phone, wanted, find);
    }

    /** The query of the page that looks so, with its question mark. */
    public String query() {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        person.ifPresent(row -> query.queryParam("person", row));
        lang.ifPresent(language -> query.queryParam("mail", language.tag()));
        flag(query, text, "part", "text");
        flag(query, phone, "view", "phone");
        flag(query, dark, "scheme", "dark");
        if (!find.isEmpty()) {
            query.queryParam("find", "{find}");
        }
        String built = query.encode().buildAndExpand(find).toUriString();
        return built.isEmpty() ? "?" : built;
    }

    private static void flag(UriComponentsBuilder query, boolean set, String name, String value) {
        if (set) {
            query.queryParam(name, value);
        }
    }

    private static OptionalInt row(@Nullable String value) {
        return value != null && value.matches("[0-9]{1,8}")
                ? OptionalInt.of(Integer.parseInt(value))
                : OptionalInt.empty();
    }
}
