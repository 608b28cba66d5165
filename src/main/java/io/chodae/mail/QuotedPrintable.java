package io.chodae.mail;

import java.nio.charset.StandardCharsets;

/**
 * Writes text as quoted-printable (RFC 2045, 6.7). Each piece begins at the start of a line: a soft break closes what
 * stands before it, so pieces that were encoded apart can be put together in any order.
 */
final class QuotedPrintable {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SOFT_BREAK = {'=', '\r', '\n'};
    private static final byte[] HARD_BREAK = {'\r', '\n'};

    /** Octets in a line, the = of a soft break aside; the longest token is three octets. */
    private static final int WIDTH = 75;

    private QuotedPrintable() {}

    /**
     * Encodes a piece, closed by a soft break unless it ends with a line end of its own.
     *
     * @param text whose line ends become CRLF
     */
    static byte[] piece(String text) {
        Octets out = new Octets(text.length() + text.length() / 8 + 16);
        append(out, text);
        return out.toBytes();
    }

    /** The same, straight into a message. */
    static void append(Octets out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int column = 0;
        for (int i = 0; i < bytes.length; i++) {
            int octet = bytes[i] & 0xFF;
            if (octet == '\r' || octet == '\n') {
                if (octet == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n') {
                    i++;
                }
                out.add(HARD_BREAK);
                column = 0;
                continue;
            }
            boolean plain = isPlain(bytes, i, column);
            if (column + (plain ? 1 : 3) > WIDTH) {
                out.add(SOFT_BREAK);
                column = 0;
                plain = isPlain(bytes, i, 0);
            }
            if (plain) {
                out.add(octet);
                column++;
            } else {
                out.add('=');
                out.add(HEX[octet >> 4]);
                out.add(HEX[octet & 15]);
                column += 3;
            }
        }
        if (column > 0) {
            out.add(SOFT_BREAK);
        }
    }

    /** A dot in front is kept from relays that stuff dots wrongly, an F from those that quote "From ". */
    private static boolean isPlain(byte[] bytes, int at, int column) {
        int octet = bytes[at];
        if (octet == ' ') {
            return at + 1 < bytes.length && bytes[at + 1] != '\r' && bytes[at + 1] != '\n';
        }
        return octet > ' ' && octet < 127 && octet != '=' && !(column == 0 && (octet == '.' || octet == 'F'));
    }
}
