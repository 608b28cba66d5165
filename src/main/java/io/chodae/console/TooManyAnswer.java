package io.chodae.console;

import io.chodae.campaign.SendDraftResult;
import io.chodae.campaign.TestMailResult;
import io.chodae.invitation.Limited;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page that says that enough was sent for now, when it works again, and that nothing is lost. */
@Component
class TooManyAnswer {

    private final Clock clock;

    TooManyAnswer(Clock clock) {
        this.clock = clock;
    }

    /** @param back the address to go on from */
    String limited(Limited limit, String back, Model model, HttpServletResponse response) {
        return page(limit.reason().name(), List.of(limit.most()), limit.again(), back, model, response);
    }

    String people(SendDraftResult.TooManyPeople many, String back, Model model, HttpServletResponse response) {
        return page(
                many.again() == null ? "PEOPLE_NEVER" : "PEOPLE",
                List.of(many.most(), many.sent(), many.wanted()),
                many.again(),
                back,
                model,
                response);
    }

    String testMails(TestMailResult.TooMany many, String back, Model model, HttpServletResponse response) {
        return page("TEST_MAILS", List.of(many.limit()), many.again(), back, model, response);
    }

    String colleagues(Duration pause, String back, Model model, HttpServletResponse response) {
        return page("COLLEAGUES", List.of(), clock.instant().plus(pause), back, model, response);
    }

    /** The same answer for a page that keeps what was typed; when it works again, to the minute. */
    Instant stays(Duration pause, HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        return waiting(clock.instant().plus(pause), response);
    }

    private String page(
            String why,
            List<Integer> numbers,
            @Nullable Instant again,
            String back,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        if (again != null) {
            model.addAttribute("again", waiting(again, response));
        }
        model.addAttribute("why", "console.limited." + why);
        model.addAttribute("numbers", numbers.toArray());
        model.addAttribute("back", back);
        return "console/too-many";
    }

    private Instant waiting(Instant again, HttpServletResponse response) {
        Duration wait = Duration.between(clock.instant(), again);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds() + 1)));
        // told to the minute, so rounded up: waiting as told has to be enough
        return again.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
    }
}
