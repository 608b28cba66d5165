package io.chodae.command;

import io.chodae.command.AccountFile.UnusableFile;
import io.chodae.identity.ImportAccounts;
import io.chodae.identity.ImportedAccount;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Imports a file of accounts, chunk by chunk. Stopped half-way, it is simply run again. */
@Component
class ImportCommand {

    /** Exit codes: all taken; some lines refused; not read to its end, whole chunks before are taken. */
    static final int DONE = 0;

    private static final String HEADER = "line,reason\n";

    static final int SOME_REFUSED = 3;
    static final int UNUSABLE = 2;

    private final ImportAccounts importAccounts;

    ImportCommand(ImportAccounts importAccounts) {
        this.importAccounts = importAccounts;
    }

    /**
     * Refused lines go into {@code <file>.refused.csv} beside the file, a number and a reason each.
     *
     * @return the exit code
     */
    int run(Path file, PrintStream out) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            out.println("There is no file " + file + " that can be read.");
            return UNUSABLE;
        }
        Path refusedFile = file.resolveSibling(file.getFileName() + ".refused.csv");
        try (PrintWriter refusals = new PrintWriter(Files.newBufferedWriter(refusedFile))) {
            refusals.print(HEADER);
            ImportProgress progress = new ImportProgress(out, refusals, System::nanoTime);
            String source = String.valueOf(file.getFileName());
            List<ImportedAccount> chunk = new ArrayList<>(ImportAccounts.CHUNK);
            new AccountFile(file)
                    .read(
                            line -> {
                                chunk.add(line);
                                if (chunk.size() == ImportAccounts.CHUNK) {
                                    progress.add(importAccounts.importChunk(chunk, source));
                                    chunk.clear();
                                }
                            },
                            progress::refuse);
            if (!chunk.isEmpty()) {
                progress.add(importAccounts.importChunk(chunk, source));
            }
            out.println("Done. " + progress.line());
            if (progress.refused() > 0) {
                out.println("The refused lines are in " + refusedFile + ".");
                return SOME_REFUSED;
            }
        } catch (UnusableFile e) {
            out.println(e.getMessage());
            if (Files.size(refusedFile) == HEADER.length()) {
                Files.delete(refusedFile);
            } else {
                out.println("The lines that were refused before are in " + refusedFile + ".");
            }
            return UNUSABLE;
        }
        Files.delete(refusedFile);
        return DONE;
    }
}
