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

    private String page(
            String why,
            List<Integer> numbers,
            @Nullable Instant again,
            String back,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        if (again != null) {
            Duration wait = Duration.between(clock.instant(), again);
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds() + 1)));
            // told to the minute, so rounded up: waiting as told has to be enough
            model.addAttribute("again", again.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES));
        }
        model.addAttribute("why", "console.limited." + why);
        model.addAttribute("numbers", numbers.toArray());
        model.addAttribute("back", back);
        return "console/too-many";
    }
}
