package io.chodae.wire;

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
import org.springframework.boot.web.servlet.ServletRegistrationBean;

/**
 * Takes calls off HTTP and puts answers on it. A servlet of its own: the path is read as it came, which the dispatcher
 * of pages has decoded by then, and a call costs what it has to. Reads no parameter by the container, which would take
 * the body for a form.
 */
public final class WireServlet extends HttpServlet {

    private static final Logger log = LoggerFactory.getLogger(WireServlet.class);
    private static final long serialVersionUID = 1L;
    private static final int CALL_LIMIT = 64 * 1024;
    private static final int BATCH_LIMIT = 16 * 1024 * 1024;
    private static final byte[] NOTHING = {};

    private final transient Calls calls;
    private final Envelope envelope;

    private WireServlet(Calls calls, Envelope envelope) {
        this.calls = calls;
        this.envelope = envelope;
    }

    /** What answers: an edge. */
    public interface Calls {

        Answer answer(Call call);

        /** Whether whole batches come there, which may be larger than a call. */
        boolean takesBatches(String path);
    }

    /**
     * What makes the container use it.
     *
     * @param api a name, for the firewall and the log
     * @param paths patterns of the servlet specification
     */
    public static ServletRegistrationBean<WireServlet> at(String api, Calls calls, Envelope envelope, String... paths) {
        ServletRegistrationBean<WireServlet> registration =
                new ServletRegistrationBean<>(new WireServlet(calls, envelope), paths);
        registration.setName(WireFirewall.servletName(api));
        return registration;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(answer(request), response);
    }

    private Answer answer(HttpServletRequest request) throws IOException {
        String path = path(request);
        Parsed<byte[]> body = request.getMethod().equals("GET")
                ? Parsed.good(NOTHING)
                : RequestBody.read(
                        request.getInputStream(),
                        Objects.requireNonNullElse(request.getHeader("Content-Encoding"), ""),
                        calls.takesBatches(path) ? BATCH_LIMIT : CALL_LIMIT);
        return switch (body) {
            case Parsed.Good<byte[]> good -> answer(call(request, path, good.value()));
            case Parsed.Bad<byte[]> bad -> Rendering.plain(envelope).refused(bad.error());
        };
    }

    private Answer answer(Call call) {
        try {
            return calls.answer(call);
        } catch (RuntimeException e) {
            log.error("A call failed", e);
            return Rendering.plain(envelope).refused(ApiError.internal());
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
        if (answer.type().isEmpty()) {
            return;
        }
        response.setContentType(answer.type());
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }
}
