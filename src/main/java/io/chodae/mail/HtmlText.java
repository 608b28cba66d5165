package io.chodae.mail;

/** Makes plain text safe to stand in HTML. */
final class HtmlText {

    private HtmlText() {}

    /** Escaped for element content and for attributes in either kind of quotes. */
    static String escape(String line) {
        StringBuilder result = null;
        for (int i = 0; i < line.length(); i++) {
            String entity = switch (line.charAt(i)) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                case '\'' -> "&#39;";
                default -> "";
            };
            if (!entity.isEmpty() && result == null) {
                result = new StringBuilder(line.length() + 32).append(line, 0, i);
            }
            if (result != null) {
                if (entity.isEmpty()) {
                    result.append(line.charAt(i));
                } else {
                    result.append(entity);
                }
            }
        }
        return result == null ? line : result.toString();
    }
}
