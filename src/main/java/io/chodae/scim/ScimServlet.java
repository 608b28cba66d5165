package io.chodae.scim;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.UriUtils;

/**
 * Takes calls off HTTP and puts answers on it, errors too, so that whatever a client does wrong it reads as SCIM. Reads
 * no parameter by the container, which would take the body for a form.
 */
final class ScimServlet extends HttpServlet {

    static final String TYPE = "application/scim+json";
    static final int BODY_LIMIT = 64 * 1024;

    private static final Logger log = LoggerFactory.getLogger(ScimServlet.class);
    private static final long serialVersionUID = 1L;
    private static final String ROOT = "/scim/v2";

    private final transient AnswerScim calls;

    ScimServlet(AnswerScim calls) {
        this.calls = calls;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Call> call = call(request);
        write(call.map(this::answer).orElseGet(() -> Reply.refused(tooLarge())), call, response);
    }

    private Reply answer(Call call) {
        try {
            return calls.answer(call);
        } catch (RuntimeException e) {
            log.error("A SCIM call failed", e);
            return Reply.refused(ScimError.of(500, "The server failed at this call. Try again later."));
        }
    }

    private static ScimError tooLarge() {
        return ScimError.of(413, "The body is larger than %,d bytes.".formatted(BODY_LIMIT));
    }

    /** Empty where it is too large. */
    private static Optional<Call> call(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(BODY_LIMIT + 1);
        if (body.length > BODY_LIMIT) {
            return Optional.empty();
        }
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.putIfAbsent(
                    name.toLowerCase(Locale.ROOT), String.join(",", Collections.list(request.getHeaders(name))));
        }
        return Optional.of(new Call(
                request.getMethod(),
                path(request),
                QueryString.parse(Objects.requireNonNullElse(request.getQueryString(), "")),
                headers,
                body));
    }

    /** Outside of this version nothing is there. */
    private static List<String> path(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!path.equals(ROOT) && !path.startsWith(ROOT + "/")) {
            return List.of("?");
        }
        return Stream.of(path.substring(ROOT.length()).split("/", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> UriUtils.decode(part, StandardCharsets.UTF_8))
                .toList();
    }

    private static void write(Reply reply, Optional<Call> call, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        reply.headers().forEach(response::setHeader);
        if (reply.json() == null) {
            return;
        }
        byte[] body = Json.MAPPER.writeValueAsBytes(reply.json());
        boolean plain = call.map(Call::wantsPlainJson).orElse(false);
        response.setContentType((plain ? "application/json" : TYPE) + ";charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
