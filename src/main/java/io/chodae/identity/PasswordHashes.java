package io.chodae.identity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which password hashes of another directory are taken: those that say in Spring Security's way how they were made, and
 * whose checking costs this server no more than it can bear at every sign-in.
 */
final class PasswordHashes {

    private static final int MAX_BCRYPT_COST = 15;
    private static final int MAX_ARGON2_KIBIBYTES = 131_072;
    private static final int MAX_ARGON2_ROUNDS = 16;

    private static final Pattern BCRYPT = Pattern.compile("\\{bcrypt}\\$2[aby]\\$([0-9]{2})\\$[./A-Za-z0-9]{53}");
    private static final Pattern ARGON2 = Pattern.compile("\\{argon2(?:@SpringSecurity_v5_8)?}\\$argon2(?:id|i|d)"
            + "\\$v=19\\$m=([0-9]{1,9}),t=([0-9]{1,9}),p=[0-9]{1,3}\\$[A-Za-z0-9+/]{11,}\\$[A-Za-z0-9+/]{16,}");
    private static final List<Pattern> OTHERS = List.of(
            Pattern.compile("\\{pbkdf2@SpringSecurity_v5_8}[0-9a-f]{64,256}"),
            Pattern.compile("\\{pbkdf2-sha512-210k}[0-9a-f]{64,256}"));

    private PasswordHashes() {}

    /** What is wrong with a hash; empty where it can be checked at a sign-in. Says nothing of the hash itself. */
    static Optional<String> fault(String hash) {
        Matcher bcrypt = BCRYPT.matcher(hash);
        if (bcrypt.matches()) {
            return Integer.parseInt(bcrypt.group(1)) <= MAX_BCRYPT_COST
                    ? Optional.empty()
                    : Optional.of("the bcrypt hash has a cost above " + MAX_BCRYPT_COST);
        }
        Matcher argon2 = ARGON2.matcher(hash);
        if (argon2.matches()) {
            return Integer.parseInt(argon2.group(1)) <= MAX_ARGON2_KIBIBYTES
                            && Integer.parseInt(argon2.group(2)) <= MAX_ARGON2_ROUNDS
                    ? Optional.empty()
                    : Optional.of("the argon2 hash needs more than " + MAX_ARGON2_KIBIBYTES / 1024 + " MiB or "
                            + MAX_ARGON2_ROUNDS + " rounds");
        }
        return OTHERS.stream().anyMatch(form -> form.matcher(hash).matches())
                ? Optional.empty()
                : Optional.of("the password hash is none of {bcrypt}; {argon2}; {pbkdf2@SpringSecurity_v5_8}");
    }
}
