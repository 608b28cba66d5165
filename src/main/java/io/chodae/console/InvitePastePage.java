package io.chodae.console;

import io.chodae.campaign.Drafts;
import io.chodae.identity.Role;
import io.chodae.roster.PastedRow;
import io.chodae.roster.ReadPasted;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells a script what rows that were pasted into the form say; it fills them in, and the form saves them as typed. */
@Controller
class InvitePastePage {

    /** As many as can be typed. */
    private static final int LIMIT = 1_000;

    private final Drafts drafts;
    private final MessageSource messages;

    InvitePastePage(Drafts drafts, MessageSource messages) {
        this.drafts = drafts;
        this.messages = messages;
    }

    /** @param said what the page tells of it */
    record Pasted(List<PastedRow> rows, String said) {}

    @PostMapping("/console/invite/{draftId}/people/pasted")
    @RequiresRole(Role.OPERATOR)
    ResponseEntity<Pasted> read(
            @CurrentOperator Operating who, @PathVariable long draftId, @RequestParam String text, Locale locale) {
        if (drafts.find(who.customer(), draftId).isEmpty()) {
            throw new NotFound();
        }
        List<PastedRow> rows = ReadPasted.read(text);
        Pasted pasted = rows.size() > LIMIT
                ? new Pasted(List.of(), say("list.paste.tooMany", LIMIT, locale))
                : new Pasted(rows, say("list.paste.done", rows.size(), locale));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(pasted);
    }

    private String say(String key, int number, Locale locale) {
        return messages.getMessage(key, new Object[] {number}, locale);
    }
}
