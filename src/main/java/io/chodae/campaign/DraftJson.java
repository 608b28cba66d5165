package io.chodae.campaign;

import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The jsonb columns of a draft: its content and the notes on its rows. */
@Component
class DraftJson {

    private static final TypeReference<List<RowNote>> NOTES = new TypeReference<>() {};
    private static final String NO_NOTES = "[]";

    private final JsonMapper json;

    DraftJson(JsonMapper json) {
        this.json = json;
    }

    String write(DraftContent content) {
        return json.writeValueAsString(content);
    }

    DraftContent content(String text) {
        return json.readValue(text, DraftContent.class);
    }

    String write(List<RowNote> notes) {
        return notes.isEmpty() ? NO_NOTES : json.writeValueAsString(notes);
    }

    List<RowNote> notes(String text) {
        return text.equals(NO_NOTES) ? List.of() : json.readValue(text, NOTES);
    }
}
