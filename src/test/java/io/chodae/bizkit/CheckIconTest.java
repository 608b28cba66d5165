package io.chodae.bizkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckIconTest {

    private static final byte[] ICON = Kits.icon();

    @Test
    void takesAPngOfTheRightSize() {
        assertThat(CheckIcon.fault(ICON)).isEmpty();
    }

    static Stream<Arguments> saysWhatWasFoundInstead() {
        return Stream.of(
                Arguments.of(named("wider", Kits.image(109, 108, "png")), Fault.of("icon", "WRONG_SIZE", 109, 108)),
                Arguments.of(named("flat", Kits.image(108, 1, "png")), Fault.of("icon", "WRONG_SIZE", 108, 1)),
                Arguments.of(named("JPEG", Kits.image(108, 108, "jpg")), Fault.of("icon", "NOT_PNG", "JPEG")),
                Arguments.of(named("GIF", Kits.image(108, 108, "gif")), Fault.of("icon", "NOT_PNG", "GIF")),
                Arguments.of(named("BMP", Kits.image(108, 108, "bmp")), Fault.of("icon", "NOT_PNG", "BMP")),
                Arguments.of(named("TIFF", Kits.image(108, 108, "tif")), Fault.of("icon", "NOT_PNG", "TIFF")),
                Arguments.of(named("WebP", ascii("RIFF\0\0\0\0WEBPVP8 ")), Fault.of("icon", "NOT_PNG", "WebP")),
                Arguments.of(named("AVIF", ascii("\0\0\0\u001cftypavif")), Fault.of("icon", "NOT_PNG", "AVIF")),
                Arguments.of(named("HEIC", ascii("\0\0\0\u001cftypheic")), Fault.of("icon", "NOT_PNG", "HEIC")),
                Arguments.of(
                        named("SVG", ascii("<?xml version=\"1.0\"?>\n<svg onload=\"x\"/>")),
                        Fault.of("icon", "NOT_PNG", "SVG")),
                Arguments.of(named("text", ascii("PNG, honestly")), Fault.of("icon", "NOT_AN_IMAGE")),
                Arguments.of(named("nothing", new byte[0]), Fault.of("icon", "NOT_AN_IMAGE")),
                Arguments.of(named("cut off", Arrays.copyOf(ICON, ICON.length - 4)), Fault.of("icon", "DAMAGED")),
                Arguments.of(named("signature alone", Arrays.copyOf(ICON, 8)), Fault.of("icon", "DAMAGED")),
                Arguments.of(named("head alone", Arrays.copyOf(ICON, 33)), Fault.of("icon", "DAMAGED")),
                Arguments.of(named("a bit wrong", flipped(ICON, 50)), Fault.of("icon", "DAMAGED")),
                Arguments.of(named("endless chunk", flipped(ICON, 33)), Fault.of("icon", "DAMAGED")),
                Arguments.of(named("something behind", followed(ICON, "<script>")), Fault.of("icon", "DAMAGED")),
                Arguments.of(named("200 KB", new byte[200 * 1024]), Fault.of("icon", "NOT_AN_IMAGE")),
                Arguments.of(named("too large", new byte[200 * 1024 + 1]), Fault.of("icon", "TOO_LARGE", 200, 201)));
    }

    @ParameterizedTest
    @MethodSource
    void saysWhatWasFoundInstead(byte[] bytes, Fault fault) {
        assertThat(CheckIcon.fault(bytes)).contains(fault);
    }

    @Test
    void isAFaultAndNoExceptionWhereverAByteIsWrong() {
        for (int i = 0; i < ICON.length; i++) {
            assertThat(CheckIcon.fault(flipped(ICON, i))).as("byte " + i).isPresent();
            assertThat(CheckIcon.fault(Arrays.copyOf(ICON, i)))
                    .as("length " + i)
                    .isPresent();
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] other = bytes.clone();
        other[at] ^= (byte) 0x80;
        return other;
    }

    private static byte[] followed(byte[] bytes, String text) {
        byte[] more = ascii(text);
        byte[] both = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, both, bytes.length, more.length);
        return both;
    }
}
