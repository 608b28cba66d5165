package io.chodae.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A text or HTML body: what all readers share is encoded once, a person's values when they are known. */
final class BodyPart {

    private sealed interface Chunk {

        @SuppressWarnings("ArrayRecordComponent")
        record Encoded(byte[] octets) implements Chunk {}

        record Open(SlotText.Piece.Slot slot) implements Chunk {}
    }

    private final List<Chunk> chunks = new ArrayList<>();
    private final UnaryOperator<String> escape;

    /** @param escape what a value needs to be read as itself in this part */
    BodyPart(String source, UnaryOperator<String> escape) {
        this.escape = escape;
        // the last line of quoted-printable text must not end in a soft break
        String whole = source.endsWith("\n") ? source : source + "\n";
        for (SlotText.Piece piece : SlotText.parse(whole).pieces()) {
            chunks.add(
                    switch (piece) {
                        case SlotText.Piece.Words words -> new Chunk.Encoded(QuotedPrintable.piece(words.text()));
                        case SlotText.Piece.Slot slot -> new Chunk.Open(slot);
                    });
        }
    }

    void fill(Octets out, Map<String, String> values) {
        for (Chunk chunk : chunks) {
            switch (chunk) {
                case Chunk.Encoded encoded -> out.add(encoded.octets());
                case Chunk.Open open -> QuotedPrintable.append(out, escape.apply(SlotText.value(open.slot(), values)));
            }
        }
    }

    /** Octets without the values. */
    int size() {
        return chunks.stream()
                .mapToInt(chunk -> chunk instanceof Chunk.Encoded encoded ? encoded.octets().length : 64)
                .sum();
    }
}
