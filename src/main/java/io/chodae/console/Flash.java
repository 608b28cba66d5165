package io.chodae.console;

import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One sentence about what just happened, shown once at the top of the next page.
 *
 * @param kind {@code success}, {@code warning} or {@code danger}
 * @param key of the message
 */
record Flash(String kind, String key, List<Object> args) {

    static void success(RedirectAttributes redirect, String key, Object... args) {
        redirect.addFlashAttribute("flash", new Flash("success", key, List.of(args)));
    }

    static void warning(RedirectAttributes redirect, String key, Object... args) {
        redirect.addFlashAttribute("flash", new Flash("warning", key, List.of(args)));
    }

    static void danger(RedirectAttributes redirect, String key, Object... args) {
        redirect.addFlashAttribute("flash", new Flash("danger", key, List.of(args)));
    }
}
