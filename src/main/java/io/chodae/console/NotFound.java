package io.chodae.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The address names something that this customer does not have; whether another one has it is not told. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NotFound extends RuntimeException {

    NotFound() {
        super("no such thing for this customer", null, false, false);
    }
}
