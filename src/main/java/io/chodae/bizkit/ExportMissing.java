package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.roster.TableWriter;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the rows of a list that nobody was found by. */
@Component
public class ExportMissing {

    private static final int CHUNK = 1_000;

    private final AddressLists lists;
    private final PeopleTexts texts;
    private final AuditTrail audit;

    ExportMissing(AddressLists lists, PeopleTexts texts, AuditTrail audit) {
        this.lists = lists;
        this.texts = texts;
        this.audit = audit;
    }

    /**
     * Writes down who takes the rows away; to be called before {@link #write}.
     *
     * @return false where this customer has no such list
     */
    @Transactional
    public boolean begin(CustomerId customer, long listId, String format, Actor actor) {
        if (lists.find(customer, listId).isEmpty()) {
            return false;
        }
        audit.record(
                customer,
                actor,
                "people.missing_downloaded",
                "people_list",
                String.valueOf(listId),
                Map.of("format", format));
        return true;
    }

    public void write(CustomerId customer, long listId, Language language, TableWriter table) throws IOException {
        table.row(List.of(texts.word("row", language), texts.word("email", language)));
        List<AddressLists.Missing> chunk = lists.missing(customer, listId, -1, CHUNK);
        while (!chunk.isEmpty()) {
            for (AddressLists.Missing missing : chunk) {
                table.row(List.of(String.valueOf(missing.row()), missing.email()));
            }
            chunk = lists.missing(customer, listId, chunk.getLast().row(), CHUNK);
        }
    }
}
