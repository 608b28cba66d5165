package io.chodae.campaign;

import io.chodae.shared.Language;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Writes the fields that a page is loaded with into the page, and reads them back when it is sent in. */
@Component
public class FormBase {

    private final DraftJson json;

    FormBase(DraftJson json) {
        this.json = json;
    }

    public String write(DraftContent content) {
        return json.write(content);
    }

    /** What cannot be read stands for a page that was loaded empty: whatever differs will be asked about. */
    public DraftContent read(String text) {
        try {
            return json.content(text).cleaned();
        } catch (JacksonException | IllegalArgumentException | NullPointerException tampered) {
            return DraftContent.empty(Language.EN);
        }
    }
}
