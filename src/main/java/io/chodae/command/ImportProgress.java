package io.chodae.command;

import io.chodae.identity.ImportedChunk;
import io.chodae.identity.ImportedChunk.RefusedLine;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Tells how far an import is, and writes down each line that was refused, with its number and the reason. */
final class ImportProgress {

    private static final int SHOWN = 20;
    private static final long EVERY = Duration.ofSeconds(1).toNanos();

    private final PrintStream out;
    private final PrintWriter refusals;
    private final LongSupplier nanos;
    private final long begin;
    private long told;
    private long created;
    private long existing;
    private long refused;

    ImportProgress(PrintStream out, PrintWriter refusals, LongSupplier nanos) {
        this.out = out;
        this.refusals = refusals;
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
        this.told = begin;
    }

    void add(ImportedChunk chunk) {
        created += chunk.created();
        existing += chunk.existing();
        chunk.refused().forEach(this::refuse);
        if (nanos.getAsLong() - told >= EVERY) {
            told = nanos.getAsLong();
            out.println(line());
        }
    }

    void refuse(RefusedLine line) {
        refused++;
        refusals.println(line.line() + "," + line.reason());
        if (refused <= SHOWN) {
            out.println("line " + line.line() + ": " + line.reason());
        } else if (refused == SHOWN + 1) {
            out.println("… and more; all of them are in the file of refused lines.");
        }
    }

    long refused() {
        return refused;
    }

    /** How it stands. */
    String line() {
        long lines = created + existing + refused;
        double seconds = Math.max(1, nanos.getAsLong() - begin) / 1e9;
        return String.format(
                Locale.ROOT,
                "%,d lines: %,d created, %,d there already, %,d refused; %,.0f lines a second, %,.0f s",
                lines,
                created,
                existing,
                refused,
                lines / seconds,
                seconds);
    }
}
