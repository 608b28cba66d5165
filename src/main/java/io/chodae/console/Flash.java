package io.chodae.console;

import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One sentence about what just happened, shown once at the top of the next page: {@code kind} ({@code success},
 * {@code warning} or {@code danger}), {@code key} of the message, {@code args}. It waits in the session, which is a row
 * of the database, so it is made of nothing but what every session can hold.
 */
final class Flash {

    private Flash() {}

    static void success(RedirectAttributes redirect, String key, Object... args) {
        add(redirect, "success", key, args);
    }

    static void warning(RedirectAttributes redirect, String key, Object... args) {
        add(redirect, "warning", key, args);
    }

    static void danger(RedirectAttributes redirect, String key, Object... args) {
        add(redirect, "danger", key, args);
    }

    /** The same for a sentence that has a place of its own on the page. */
    static Map<String, Object> of(String kind, String key, Object... args) {
        return Map.of("kind", kind, "key", key, "args", List.of(args));
    }

    private static void add(RedirectAttributes redirect, String kind, String key, Object... args) {
        redirect.addFlashAttribute("flash", of(kind, key, args));
    }
}
