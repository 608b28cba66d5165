package io.chodae.roster;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Walks a whole .xlsx, and refuses what would take a reader down: texts, rows, names or numbers of them beyond all
 * measure. The only one that opens the archive: what is wanted of it is taken on the same walk, and handed on when all of
 * it has been seen, so that no reader can be shown something else.
 */
final class WorkbookGuard {

    private static final long MAX_PART = 512L << 20;
    private static final long MAX_WHOLE = 768L << 20;
    /** Deflate reaches 1,032; sheets of thousands of equal rows 100. Small parts may be as repetitive as they like. */
    private static final int MAX_RATIO = 200;

    private static final long RATIO_MATTERS_FROM = 8L << 20;

    private final XMLInputFactory xml = new InputFactoryImpl();
    private final WorkbookFacts facts = new WorkbookFacts();
    private final ZipFile zip;
    private final XlsxParts parts;
    private long whole;

    private WorkbookGuard(ZipFile zip, XlsxParts parts) {
        this.zip = zip;
        this.parts = parts;
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /**
     * @throws UnreadableRoster where the file is no workbook or not safe to read
     */
    static void check(Path file, XlsxParts parts) throws IOException {
        ZipDirectory.check(file);
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            new WorkbookGuard(zip, parts).check(byName(Collections.list(zip.getEntries())));
        } catch (IOException e) {
            // the directory's check has just read the whole file: what fails now is its content
            throw new UnreadableRoster(RosterProblem.DAMAGED);
        }
    }

    private void check(Map<String, ZipArchiveEntry> entries) throws IOException {
        // each of them says of the ones after it what they are
        for (Supplier<String> needed : List.<Supplier<String>>of(
                () -> XlsxParts.CONTENT_TYPES, parts::workbook, parts::relations, parts::styles)) {
            ZipArchiveEntry entry = entries.remove(needed.get());
            if (entry != null) {
                checkPart(entry);
            }
        }
        boolean sheet = entries.containsKey(parts.sheetPart());
        for (ZipArchiveEntry entry : entries.values()) {
            checkPart(entry);
        }
        facts.checkTogether();
        if (!sheet) {
            throw new UnreadableRoster(parts.sheetKnown() ? RosterProblem.DAMAGED : RosterProblem.EMPTY);
        }
    }

    private static Map<String, ZipArchiveEntry> byName(List<ZipArchiveEntry> entries) {
        Map<String, ZipArchiveEntry> byName = new LinkedHashMap<>();
        for (ZipArchiveEntry entry : entries) {
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new UnreadableRoster(RosterProblem.ENCRYPTED);
            }
            if (byName.put(XlsxParts.partName(entry.getName()), entry) != null) {
                throw new UnreadableRoster(RosterProblem.DAMAGED);
            }
        }
        Set<String> names = byName.keySet();
        if (names.stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
            throw new UnreadableRoster(RosterProblem.HAS_MACROS);
        }
        if (!names.contains(XlsxParts.CONTENT_TYPES)
                || names.stream().noneMatch(name -> name.endsWith("workbook.xml") && !name.startsWith("_"))) {
            throw new UnreadableRoster(RosterProblem.NOT_A_SPREADSHEET);
        }
        return byName;
    }

    private void checkPart(ZipArchiveEntry entry) throws IOException {
        try (InputStream inflated = zip.getInputStream(entry)) {
            GuardedStream part = new GuardedStream(inflated, limit(entry));
            if (part.isMarkup()) {
                walk(XlsxParts.partName(entry.getName()), part);
            }
            part.drain();
            whole += part.count();
        } catch (UnreadableRoster | UncheckedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // a broken deflate stream shows as either, depending on where it breaks
            throw new UnreadableRoster(tooMuch(e) ? RosterProblem.UNSAFE : RosterProblem.DAMAGED);
        }
    }

    private void walk(String name, GuardedStream part) {
        PartReader wanted = parts.readerOf(name);
        try {
            XMLStreamReader reader = xml.createXMLStreamReader(part);
            PartWalk walk = new PartWalk(name, facts, wanted);
            while (reader.hasNext()) {
                walk.take(reader.next(), reader);
            }
            reader.close();
        } catch (UnreadableRoster | UncheckedIOException e) {
            throw e;
        } catch (XMLStreamException | RuntimeException e) {
            // a part that is no XML, such as an old drawing, harms nobody who does not read it
            if (tooMuch(e) || wanted != null) {
                throw new UnreadableRoster(tooMuch(e) ? RosterProblem.UNSAFE : RosterProblem.DAMAGED);
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
}
