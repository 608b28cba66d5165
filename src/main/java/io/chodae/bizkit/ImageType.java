package io.chodae.bizkit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a file is by its first bytes, in the words that people know file types by. */
final class ImageType {

    static final String PNG = "PNG";

    private ImageType() {}

    /** The name of the type; empty where it is no image that we know. */
    static Optional<String> of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        String brand = head.length() >= 12 ? head.substring(4, 12) : "";
        if (head.startsWith("\u0089PNG\r\n\u001A\n")) {
            return Optional.of(PNG);
        }
        if (head.startsWith("\u00FF\u00D8\u00FF")) {
            return Optional.of("JPEG");
        }
        if (head.startsWith("GIF8")) {
            return Optional.of("GIF");
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return Optional.of("WebP");
        }
        if (head.startsWith("BM")) {
            return Optional.of("BMP");
        }
        if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return Optional.of("TIFF");
        }
        if (brand.equals("ftypavif")) {
            return Optional.of("AVIF");
        }
        if (brand.startsWith("ftyphei") || brand.equals("ftypmif1")) {
            return Optional.of("HEIC");
        }
        return svg(bytes) ? Optional.of("SVG") : Optional.empty();
    }

    private static boolean svg(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.UTF_8);
        String text = start.replace("\uFEFF", "").stripLeading();
        return text.startsWith("<") && text.contains("<svg");
    }
}
