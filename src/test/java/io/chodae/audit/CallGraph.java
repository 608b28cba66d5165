package io.chodae.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/**
 * Which method of the server calls which, read from its classes: lambdas and method references too, and the
 * implementations of what is called by an interface. And which tables the SQL in a method writes.
 */
final class CallGraph {

    private static final String HOUSE = "io/chodae/";
    private static final Pattern WRITES = Pattern.compile(
            "\\b(?:insert\\s+into|delete\\s+from|copy|truncate)\\s+([a-z][a-z0-9_]+)"
                    + "|\\bupdate\\s+([a-z][a-z0-9_]+)(?:\\s+[a-z]\\w*)?\\s+set\\b",
            Pattern.CASE_INSENSITIVE);

    /** A method by class, name and descriptor, as the virtual machine names it. */
    record Method(String owner, String name, String descriptor) {

        /** Such as {@code campaign.PauseCampaign.pause}. */
        String shortName() {
            return owner.substring(HOUSE.length()).replace('/', '.') + "." + name;
        }

        String room() {
            String path = owner.substring(HOUSE.length());
            return path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
        }
    }

    private final Map<Method, Set<Method>> calls = new HashMap<>();
    private final Map<Method, Set<String>> tables = new HashMap<>();
    private final Map<String, Set<String>> subtypes = new HashMap<>();
    private final Set<Method> open = new HashSet<>();

    static CallGraph of(Path classes) {
        CallGraph graph = new CallGraph();
        try (Stream<Path> files = Files.walk(classes.resolve(HOUSE))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                new ClassReader(Files.readAllBytes(file)).accept(graph.new Reader(), ClassReader.SKIP_DEBUG);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return graph;
    }

    /** Public methods of public classes: what a room offers. */
    Set<Method> open() {
        return open;
    }

    /** Methods that nothing here calls, so that only a framework can. */
    Set<Method> uncalled() {
        Set<Method> found = new HashSet<>(calls.keySet());
        calls.forEach((from, called) -> called.stream().flatMap(this::targets).forEach(found::remove));
        return found;
    }

    /** Everything that may run when this method does. */
    Set<Method> reachable(Method from) {
        Set<Method> seen = new HashSet<>();
        Deque<Method> ahead = new ArrayDeque<>(List.of(from));
        while (!ahead.isEmpty()) {
            Method next = ahead.remove();
            if (seen.add(next)) {
                calls.getOrDefault(next, Set.of()).stream()
                        .flatMap(this::targets)
                        .forEach(ahead::add);
            }
        }
        return seen;
    }

    Set<String> tablesWrittenIn(Collection<Method> methods) {
        Set<String> written = new TreeSet<>();
        methods.forEach(method -> written.addAll(tables.getOrDefault(method, Set.of())));
        return written;
    }

    /** Each table with a method that writes it. */
    Map<String, String> writers() {
        Map<String, String> writers = new TreeMap<>();
        tables.forEach((method, written) -> written.forEach(table -> writers.put(table, method.shortName())));
        return writers;
    }

    private Stream<Method> targets(Method called) {
        return Stream.concat(
                Stream.of(called),
                subtypes.getOrDefault(called.owner(), Set.of()).stream()
                        .map(subtype -> new Method(subtype, called.name(), called.descriptor()))
                        .filter(calls::containsKey));
    }

    private final class Reader extends ClassVisitor {

        private String owner = "";
        private boolean publicClass;

        Reader() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            owner = name;
            publicClass = (access & Opcodes.ACC_PUBLIC) != 0 && !name.contains("$");
            Stream.concat(Stream.of(superName), Stream.of(interfaces))
                    .forEach(type -> subtypes.computeIfAbsent(type, key -> new HashSet<>())
                            .add(name));
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            Method method = new Method(owner, name, descriptor);
            calls.computeIfAbsent(method, key -> new HashSet<>());
            if (publicClass && (access & Opcodes.ACC_PUBLIC) != 0 && !name.startsWith("<")) {
                open.add(method);
            }
            return new Body(method);
        }
    }

    private final class Body extends MethodVisitor {

        private final Method method;

        Body(Method method) {
            super(Opcodes.ASM9);
            this.method = method;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            call(owner, name, descriptor);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                constant(argument);
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant(value);
        }

        private void constant(Object value) {
            if (value instanceof Handle handle) {
                call(handle.getOwner(), handle.getName(), handle.getDesc());
            } else if (value instanceof String text) {
                WRITES.matcher(text)
                        .results()
                        .forEach(found -> tables.computeIfAbsent(method, key -> new TreeSet<>())
                                .add(found.group(1) == null ? found.group(2) : found.group(1)));
            }
        }

        private void call(String owner, String name, String descriptor) {
            if (owner.startsWith(HOUSE)) {
                calls.computeIfAbsent(method, key -> new HashSet<>()).add(new Method(owner, name, descriptor));
            }
        }
    }
}
