package io.chodae.roster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.eventusermodel.HSSFUserException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** Reads a legacy .xls row by row, by POI's event interface: its workbook model would hold every cell as an object. */
final class XlsRows {

    private XlsRows() {}

    static void read(Path file, @Nullable String wanted, CellSink sink) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = files.getRoot();
            String stream = XlsGuard.stream(root);
            XlsSheets sheets = XlsGuard.check(root, stream, wanted);
            sink.sheet(sheets.chosen(), sheets.others());
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(new XlsCells(sheets, sink));
            try (InputStream in = root.createDocumentInputStream(stream)) {
                new HSSFEventFactory().abortableProcessEvents(request, in);
            }
        } catch (XlsCells.SinkFailed e) {
            throw e.thrown();
        } catch (UnreadableRoster e) {
            throw e;
        } catch (IOException | HSSFUserException | RuntimeException e) {
            // POI answers broken content by whatever exception it runs into
            throw new UnreadableRoster(RosterProblem.DAMAGED);
        }
    }
}
