package io.chodae.sender;

import java.util.Arrays;

/** A body in the relaxed form of RFC 6376, 3.4.4: blanks within lines made one, none at their ends, no empty last lines. */
final class RelaxedBody {

    private RelaxedBody() {}

    static byte[] of(byte[] mail, int from) {
        byte[] out = new byte[mail.length - from + 2];
        int length = 0;
        int end = 0;
        boolean blank = false;
        for (int i = from; i < mail.length; i++) {
            byte octet = mail[i];
            if (octet == ' ' || octet == '\t') {
                blank = true;
            } else if (octet == '\r' && i + 1 < mail.length && mail[i + 1] == '\n') {
                out[length++] = '\r';
                out[length++] = '\n';
                blank = false;
                i++;
            } else {
                if (blank) {
                    out[length++] = ' ';
                    blank = false;
                }
                out[length++] = octet;
                end = length;
            }
        }
        if (end == 0) {
            return new byte[0];
        }
        out[end] = '\r';
        out[end + 1] = '\n';
        return Arrays.copyOf(out, end + 2);
    }
}
