package io.chodae.roster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One part of a workbook as it inflates: ends with {@link TooMuch} when it grows beyond its limit, or when more bytes
 * follow each other without a {@code <} than a parser should gather as one text, tag or attribute.
 */
final class GuardedStream extends InputStream {

    private static final int MAX_RUN = 1 << 20;
    /** Of a part in another encoding than UTF-8, where a byte {@code <} may be no tag (UTF-16, ISO-2022). */
    private static final long MAX_FOREIGN = 8L << 20;

    private static final int HEAD = 256;
    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([^\"']*)");
    private static final byte[] CDATA_START = "<![CDATA[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CDATA_END = "]]>".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final byte[] head;
    private final long limit;
    private final boolean markup;

    private int headAt;
    private long count;
    private int run;
    private boolean cdata;
    private int matched;

    /** The part holds more than a roster needs. */
    static final class TooMuch extends IOException {}

    /**
     * @param limit in inflated bytes
     */
    GuardedStream(InputStream in, long limit) throws IOException {
        this.in = in;
        this.head = in.readNBytes(HEAD);
        String start = new String(head, StandardCharsets.ISO_8859_1);
        String bare = start.startsWith("ï»¿") ? start.substring(3) : start;
        boolean wide = start.startsWith("þÿ") || start.startsWith("ÿþ") || start.indexOf('\0') >= 0;
        this.markup = wide || bare.stripLeading().startsWith("<");
        this.limit = wide || foreign(bare) ? Math.min(limit, MAX_FOREIGN) : limit;
    }

    /** Whether an XML parser could make anything of it. */
    boolean isMarkup() {
        return markup;
    }

    long count() {
        return count;
    }

    /** Inflates what the parser left, since the reader may come further than the guard. */
    void drain() throws IOException {
        byte[] buffer = new byte[1 << 14];
        while (read(buffer, 0, buffer.length) >= 0) {
            // counted by reading
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read;
        if (headAt < head.length) {
            read = Math.min(length, head.length - headAt);
            System.arraycopy(head, headAt, buffer, offset, read);
            headAt += read;
        } else {
            read = in.read(buffer, offset, length);
        }
        if (read > 0) {
            count += read;
            if (count > limit) {
                throw new TooMuch();
            }
            if (markup) {
                follow(buffer, offset, read);
            }
        }
        return read;
    }

    private void follow(byte[] buffer, int offset, int length) throws TooMuch {
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            if (!cdata && matched == 0) {
                int text = i;
                while (i < end && buffer[i] != '<') {
                    i++;
                }
                goOn(i - text);
                if (i == end) {
                    return;
                }
            }
            byte b = buffer[i];
            if (!cdata && b == '<') {
                run = 0;
                matched = 1;
                continue;
            }
            goOn(1);
            watchCdata(b);
        }
    }

    private void goOn(int bytes) throws TooMuch {
        run += bytes;
        if (run > MAX_RUN) {
            throw new TooMuch();
        }
    }

    /** Inside of CDATA a {@code <} is text. */
    private void watchCdata(byte b) {
        byte[] expected = cdata ? CDATA_END : CDATA_START;
        if (b == expected[matched]) {
            if (++matched == expected.length) {
                cdata = !cdata;
                matched = 0;
            }
        } else {
            boolean stillClosing = cdata && matched == 2 && b == ']';
            matched = stillClosing ? 2 : cdata && b == ']' ? 1 : 0;
        }
    }

    private static boolean foreign(String start) {
        var declared = ENCODING.matcher(start);
        return declared.find()
                && !declared.group(1).toLowerCase(Locale.ROOT).matches("utf-?8|us-ascii|iso-8859-1|windows-1252");
    }
}
