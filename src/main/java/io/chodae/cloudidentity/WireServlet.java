package io.chodae.cloudidentity;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes calls off HTTP and puts answers on it. A servlet of its own: the path is read as it came, which the dispatcher
 * of pages has decoded by then, and a call costs what it has to. Reads no parameter by the container, which would take
 * the body for a form.
 */
final class WireServlet extends HttpServlet {

    private static final Logger log = LoggerFactory.getLogger(WireServlet.class);
    private static final long serialVersionUID = 1L;
    private static final int CALL_LIMIT = 64 * 1024;
    private static final int BATCH_LIMIT = 16 * 1024 * 1024;
    private static final byte[] NOTHING = {};

    private final transient AnswerCall calls;
    private final transient AnswerBatch batches;
    private final transient Discovery discovery;

    WireServlet(AnswerCall calls, AnswerBatch batches, Discovery discovery) {
        this.calls = calls;
        this.batches = batches;
        this.discovery = discovery;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(answer(request), response);
    }

    private Answer answer(HttpServletRequest request) throws IOException {
        String path = path(request);
        boolean batch = BatchRequest.isAt(path);
        Parsed<byte[]> body = request.getMethod().equals("GET")
                ? Parsed.good(NOTHING)
                : RequestBody.read(
                        request.getInputStream(),
                        Objects.requireNonNullElse(request.getHeader("Content-Encoding"), ""),
                        batch ? BATCH_LIMIT : CALL_LIMIT);
        return switch (body) {
            case Parsed.Good<byte[]> good -> answer(call(request, path, good.value()), batch);
            case Parsed.Bad<byte[]> bad -> Rendering.PLAIN.refused(bad.error());
        };
    }

    private Answer answer(Call call, boolean batch) {
        try {
            if (batch) {
                return batches.answer(call);
            }
            return Discovery.isAt(call.path()) ? discovery.answer(call) : calls.answer(call);
        } catch (RuntimeException e) {
            log.error("A call failed", e);
            return Rendering.PLAIN.refused(ApiError.internal());
        }
    }

    private static Call call(HttpServletRequest request, String path, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        for (Enumeration<String> names = request.getHeaderNames(); names.hasMoreElements(); ) {
            String name = names.nextElement();
            headers.putIfAbsent(name.toLowerCase(Locale.ROOT), Objects.requireNonNullElse(request.getHeader(name), ""));
        }
        return new Call(request.getMethod(), path, request.getQueryString(), headers, body);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static void write(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        answer.headers().forEach(response::setHeader);
        response.setContentType(answer.type());
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }
}
