package io.chodae.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The Play of {@code examples/play} as a process of its own, with no more than its own library and {@code demo.json}. */
final class SamplePlay implements AutoCloseable {

    private static final Path SOURCES = Path.of("examples/play/src/main/java");

    private final Process process;

    private SamplePlay(Process process) {
        this.process = process;
    }

    /**
     * Started and listening.
     *
     * @param work for its classes
     */
    static SamplePlay start(Path work, Path demoJson) throws IOException {
        String libraries = libraries();
        compile(work, libraries);
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        work + File.pathSeparator + libraries,
                        "play.Play")
                .redirectErrorStream(true);
        builder.environment().put("PLAY_DEMO", demoJson.toString());
        Process process = builder.start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        assertThat(output.readLine()).startsWith("The sample Play is ready");
        return new SamplePlay(process);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static void compile(Path work, String libraries) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("--release", "17", "-Xlint:all", "-Werror", "-d", work.toString(), "-cp", libraries));
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(exit).isZero();
    }

    /** Of the class path of this test those that the sample's own build would bring. */
    private static String libraries() {
        String separator = File.pathSeparator;
        return Stream.of(System.getProperty("java.class.path").split(separator, -1))
                .filter(entry -> entry.matches(".*/(nimbus-jose-jwt|oauth2-oidc-sdk|lang-tag|content-type|json-smart"
                        + "|accessors-smart|jcip-annotations|asm)-[^/]*\\.jar"))
                .reduce((one, next) -> one + separator + next)
                .orElseThrow();
    }
}
