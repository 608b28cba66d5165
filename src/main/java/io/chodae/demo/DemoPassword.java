package io.chodae.demo;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Made anew for every data directory; works on loopback only, since the demo starts nowhere else. */
final class DemoPassword {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final RandomGenerator RANDOM = new SecureRandom();

    private DemoPassword() {}

    /** Three groups of four, easy to type. */
    static String next() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            text.append(i % 5 == 4 ? '-' : LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
