package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.roster.TableWriter;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import io.chodae.shared.Slice;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the enrolled users whom a filter finds. They are read page by page, each by itself: a million need little
 * memory, and whoever downloads may be slow.
 */
@Component
public class ExportPeople {

    private static final int PAGE = 1_000;

    private final People people;
    private final PeopleTexts texts;
    private final AuditTrail audit;

    ExportPeople(People people, PeopleTexts texts, AuditTrail audit) {
        this.people = people;
        this.texts = texts;
        this.audit = audit;
    }

    /** Writes down who takes the list away; to be called before {@link #write}. */
    @Transactional
    public void begin(CustomerId customer, PeopleFilter filter, String format, Actor actor) {
        audit.record(
                customer,
                actor,
                "people.downloaded",
                "people",
                "list",
                Map.of(
                        "format", format,
                        "text", filter.text(),
                        "group", filter.group().toString(),
                        "type", Objects.toString(filter.type(), ""),
                        "standing", filter.standing().name()));
    }

    public void write(CustomerId customer, PeopleFilter filter, PeopleSort sort, Language language, TableWriter table)
            throws IOException {
        table.row(titles(language));
        Optional<String> after = Optional.empty();
        do {
            Slice<EnrolledUser> page = people.search(customer, filter, sort, after, PAGE);
            for (EnrolledUser user : page.items()) {
                table.row(cells(user, language));
            }
            after = page.next();
        } while (after.isPresent());
    }

    private List<String> titles(Language language) {
        return List.of(
                texts.word("name", language),
                texts.word("email", language),
                texts.word("phone", language),
                texts.word("group", language),
                texts.word("type", language),
                texts.word("plays", language),
                texts.timeColumn("since", language),
                texts.timeColumn("suspended", language),
                texts.word("endsOn", language),
                texts.word("extra", language));
    }

    private List<String> cells(EnrolledUser user, Language language) {
        return List.of(
                user.name(),
                user.email(),
                Objects.requireNonNullElse(user.phone(), ""),
                user.groupName() == null ? texts.word("unclassified", language) : user.groupName(),
                texts.word("type." + user.serviceType(), language),
                String.valueOf(user.plays()),
                texts.time(user.acceptedAt()),
                texts.time(user.suspendedAt()),
                Objects.toString(user.endsOn(), ""),
                Objects.requireNonNullElse(user.extraInfo(), ""));
    }
}
