package io.chodae.notice;

import io.chodae.shared.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** All layouts, read when the server starts: a faulty one keeps it from starting instead of keeping mails back. */
@Component
class Layouts {

    private final Map<MailKind, Map<Language, Layout>> layouts = new EnumMap<>(MailKind.class);

    Layouts() {
        for (MailKind kind : MailKind.values()) {
            Map<Language, Layout> languages = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                languages.put(language, Layout.read(kind.word(), language));
            }
            layouts.put(kind, languages);
        }
    }

    Layout of(MailKind kind, Language language) {
        return Objects.requireNonNull(Objects.requireNonNull(layouts.get(kind)).get(language));
    }
}
