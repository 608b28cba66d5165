package io.chodae.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Part of a filter cannot be read: a file by the rest of it would hold more people than were meant. */
@ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
class UnreadableFilter extends RuntimeException {

    UnreadableFilter() {
        super("a filter that cannot be read", null, false, false);
    }
}
