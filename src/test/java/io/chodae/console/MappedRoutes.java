package io.chodae.console;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes of the console and of {@code /me} that the server has, named as {@link Route#key} names them. */
final class MappedRoutes {

    private MappedRoutes() {}

    static List<String> of(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(MappedRoutes::keys)
                .toList();
    }

    private static Stream<String> keys(RequestMappingInfo info) {
        String headers = info.getHeadersCondition().getExpressions().stream()
                .map(Object::toString)
                .collect(Collectors.joining(","));
        return info.getPatternValues().stream()
                .filter(path -> path.matches("/(console|me)(/.*)?"))
                .flatMap(path -> methods(info).map(method -> (method + " " + path + " " + headers).strip()));
    }

    /** A route that names no method answers to all, which no line of the file can say. */
    private static Stream<String> methods(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of("ANY") : methods.stream().map(Enum::name);
    }
}
