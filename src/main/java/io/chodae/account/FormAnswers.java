package io.chodae.account;

import io.chodae.identity.FormFault;
import io.chodae.identity.SignUpResult;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a page says when a form was not taken: the sentence at each field, or the one that stands above all. */
@Component
class FormAnswers {

    private static final Duration SHORT = Duration.ofSeconds(90);

    private final MessageSource messages;

    FormAnswers(MessageSource messages) {
        this.messages = messages;
    }

    /** Has the page say what is wrong with which field; the first fault of a field is enough. */
    void refuse(Model page, HttpServletResponse response, List<FormFault> faults) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (FormFault fault : faults) {
            errors.putIfAbsent(fault.field(), text(fault.code(), fault.args().toArray()));
        }
        page.addAttribute("errors", errors);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    /** The same for a refusal that is no fault of one field's text, said at the field it is about. */
    void refuse(Model page, HttpServletResponse response, String field, String key) {
        page.addAttribute("errors", Map.of(field, text(key)));
        response.setStatus(HttpStatus.CONFLICT.value());
    }

    /** Has the page say how long to wait. */
    void pause(Model page, HttpServletResponse response, Duration pause) {
        page.addAttribute("problem", pauseText(pause));
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(pause)));
    }

    /** The page for a link that is unknown, used or too old; {@code purpose} chooses what to do instead. */
    String deadLink(Model page, HttpServletResponse response, String purpose) {
        page.addAttribute("purpose", purpose);
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "account/dead-link";
    }

    String pauseText(Duration pause) {
        return pause.compareTo(SHORT) <= 0
                ? text("identity.pause.seconds", seconds(pause))
                : text("identity.pause.minutes", pause.plusSeconds(59).toMinutes());
    }

    /** Whom to ask, where an organisation makes the accounts on its domain itself. */
    String lockedText(String organisation, String contact) {
        return text("identity.domain-locked", organisation, contact);
    }

    /** Has the page say whom to ask. */
    void locked(Model page, HttpServletResponse response, SignUpResult.DomainLocked locked) {
        page.addAttribute("problem", lockedText(locked.organisation(), locked.contact()));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    String text(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    /** What the next page says once. It rests in the session until then, so it is made of plain collections. */
    static Map<String, Object> success(String key, String... args) {
        Map<String, Object> flash = new HashMap<>();
        flash.put("kind", "success");
        flash.put("key", key);
        flash.put("args", new ArrayList<>(List.of(args)));
        return flash;
    }

    /** Rounded up, so that waiting as told is enough. */
    private static long seconds(Duration pause) {
        return pause.plusMillis(999).toSeconds();
    }
}
