package io.chodae.roster;

import io.chodae.shared.Language;
import org.springframework.stereotype.Component;

/** The empty rosters that operators download and fill in, each with one example person. */
@Component
public class RosterTemplates {

    /** A workbook with the roster sheet first and a sheet of hints behind it. */
    public byte[] xlsx(Language language) {
        throw new UnsupportedOperationException("comes next");
    }

    /** UTF-8 with a byte order mark, without which Excel shows Korean as rubbish. */
    public byte[] csv(Language language) {
        throw new UnsupportedOperationException("comes next");
    }
}
