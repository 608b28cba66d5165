package io.chodae.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes lines of PostgreSQL's COPY text format (its documentation, "File Formats", and "Array Input and Output"). */
final class CopyLine {

    private final StringBuilder out;
    private boolean first = true;

    CopyLine(StringBuilder out) {
        this.out = out;
    }

    CopyLine number(long value) {
        separate();
        out.append(value);
        return this;
    }

    CopyLine text(@Nullable String value) {
        separate();
        if (value == null) {
            out.append("\\N");
        } else {
            escape(value, false);
        }
        return this;
    }

    /** Every element in quotes, so that no text of a cell is taken for a NULL or a comma. */
    CopyLine texts(List<String> values) {
        separate();
        out.append('{');
        for (int i = 0; i < values.size(); i++) {
            out.append(i == 0 ? "\"" : ",\"");
            escape(values.get(i), true);
            out.append('"');
        }
        out.append('}');
        return this;
    }

    void end() {
        out.append('\n');
        first = true;
    }

    private void separate() {
        if (!first) {
            out.append('\t');
        }
        first = false;
    }

    private void escape(String value, boolean element) {
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            String escaped = escaped(value.charAt(i), element);
            if (escaped != null) {
                out.append(value, from, i).append(escaped);
                from = i + 1;
            }
        }
        out.append(value, from, value.length());
    }

    /** What stands for a character; null where it stands for itself. */
    private static @Nullable String escaped(char c, boolean element) {
        return switch (c) {
            case '\\' -> element ? "\\\\\\\\" : "\\\\";
            case '"' -> element ? "\\\\\"" : null;
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            // no text of the database can hold it
            case '\0' -> "";
            default -> null;
        };
    }
}
