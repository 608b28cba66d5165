package io.chodae;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. */
@SpringBootApplication
public class Chodae {

    private static final String IMPORT = "import-accounts";

    public static void main(String[] args) {
        SpringApplication.run(Chodae.class, asOptions(args));
    }

    /** A command may be written without dashes: {@code import-accounts file} and {@code import-accounts=file}. */
    static String[] asOptions(String[] args) {
        if (args.length >= 2 && args[0].equals(IMPORT)) {
            String[] options = Arrays.copyOfRange(args, 1, args.length);
            options[0] = "--" + IMPORT + "=" + args[1];
            return options;
        }
        return Arrays.stream(args)
                .map(arg -> arg.startsWith(IMPORT + "=") ? "--" + arg : arg)
                .toArray(String[]::new);
    }
}
