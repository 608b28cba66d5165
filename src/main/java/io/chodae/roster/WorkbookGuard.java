package io.chodae.roster;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Walks a whole .xlsx before any reader opens it, in constant memory, and refuses what would take a reader down:
 * fastexcel-reader holds the shared strings, each row and each text in memory, however large. Sees the archive through
 * the same zip and XML libraries as the reader, so that the two cannot be shown different contents.
 */
final class WorkbookGuard {

    private static final long MAX_PART = 512L << 20;
    private static final long MAX_WHOLE = 768L << 20;
    /** Deflate reaches 1,032; sheets of thousands of equal rows 100. Small parts may be as repetitive as they like. */
    private static final int MAX_RATIO = 200;

    private static final long RATIO_MATTERS_FROM = 8L << 20;

    private final XMLInputFactory xml = new InputFactoryImpl();
    private final WorkbookFacts facts = new WorkbookFacts();
    private long whole;

    private WorkbookGuard() {
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /**
     * @throws UnreadableRoster where the file is no workbook or not safe to read
     */
    static void check(Path file) throws IOException {
        ZipDirectory.check(file);
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            checkNames(entries);
            WorkbookGuard guard = new WorkbookGuard();
            for (ZipArchiveEntry entry : entries) {
                guard.checkPart(zip, entry);
            }
            guard.facts.checkTogether();
        } catch (IOException e) {
            // the directory's check has just read the whole file: what fails now is its content
            throw new UnreadableRoster(RosterProblem.DAMAGED);
        }
    }

    private static void checkNames(List<ZipArchiveEntry> entries) {
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new UnreadableRoster(RosterProblem.ENCRYPTED);
            }
            if (!names.add(name(entry))) {
                throw new UnreadableRoster(RosterProblem.DAMAGED);
            }
        }
        if (names.stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
            throw new UnreadableRoster(RosterProblem.HAS_MACROS);
        }
        if (!names.contains("[content_types].xml")
                || names.stream().noneMatch(name -> name.endsWith("workbook.xml") && !name.startsWith("_"))) {
            throw new UnreadableRoster(RosterProblem.NOT_A_SPREADSHEET);
        }
    }

    private void checkPart(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try (InputStream inflated = zip.getInputStream(entry)) {
            GuardedStream part = new GuardedStream(inflated, limit(entry));
            if (part.isMarkup()) {
                walk(name(entry), part);
            }
            part.drain();
            whole += part.count();
        } catch (UnreadableRoster e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // a broken deflate stream shows as either, depending on where it breaks
            throw new UnreadableRoster(tooMuch(e) ? RosterProblem.UNSAFE : RosterProblem.DAMAGED);
        }
    }

    private void walk(String name, GuardedStream part) {
        try {
            XMLStreamReader reader = xml.createXMLStreamReader(part);
            PartWalk walk = new PartWalk(name, facts);
            while (reader.hasNext()) {
                walk.take(reader.next(), reader);
            }
            reader.close();
        } catch (UnreadableRoster e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) {
            // a part that is no XML, such as an old drawing, harms only if the reader needs it, which will then say so
            if (tooMuch(e)) {
                throw new UnreadableRoster(RosterProblem.UNSAFE);
            }
        }
    }

    /** The parser wraps what its stream throws, once or twice. */
    private static boolean tooMuch(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof GuardedStream.TooMuch
                    || (cause instanceof XMLStreamException stream
                            && stream.getNestedException() instanceof GuardedStream.TooMuch)) {
                return true;
            }
        }
        return false;
    }

    private long limit(ZipArchiveEntry entry) {
        long byRatio = Math.max(RATIO_MATTERS_FROM, entry.getCompressedSize() * MAX_RATIO);
        return Math.min(Math.min(MAX_PART, MAX_WHOLE - whole), byRatio);
    }

    private static String name(ZipArchiveEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        return name.startsWith("/") ? name.substring(1) : name;
    }
}
