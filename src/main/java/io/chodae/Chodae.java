package io.chodae;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. */
@SpringBootApplication
public class Chodae {

    public static void main(String[] args) {
        SpringApplication.run(Chodae.class, args);
    }
}
