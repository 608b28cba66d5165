package io.chodae.campaign;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes lines of PostgreSQL's COPY text format (its documentation, "File Formats", and "Array Input and Output"). */
final class CopyLine {

    private final Writer out;
    private boolean first = true;

    CopyLine(Writer out) {
        this.out = out;
    }

    CopyLine number(int value) throws IOException {
        return raw(Integer.toString(value));
    }

    CopyLine text(@Nullable String value) throws IOException {
        if (value == null) {
            return raw("\\N");
        }
        separate();
        escape(value, false);
        return this;
    }

    /** Every element in quotes, so that no text of a cell is taken for a NULL or a comma. */
    CopyLine texts(List<String> values) throws IOException {
        separate();
        out.write('{');
        for (int i = 0; i < values.size(); i++) {
            out.write(i == 0 ? "\"" : ",\"");
            escape(values.get(i), true);
            out.write('"');
        }
        out.write('}');
        return this;
    }

    void end() throws IOException {
        out.write('\n');
        first = true;
    }

    private CopyLine raw(String text) throws IOException {
        separate();
        out.write(text);
        return this;
    }

    private void separate() throws IOException {
        if (!first) {
            out.write('\t');
        }
        first = false;
    }

    private void escape(String value, boolean element) throws IOException {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> out.write(element ? "\\\\\\\\" : "\\\\");
                case '"' -> out.write(element ? "\\\\\"" : "\"");
                case '\t' -> out.write("\\t");
                case '\n' -> out.write("\\n");
                case '\r' -> out.write("\\r");
                case '\0' -> {
                    // no text of the database can hold it
                }
                default -> out.write(c);
            }
        }
    }
}
