package io.chodae.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the file rows of a draft came from. */
record ReadFile(String name, @Nullable String sheet, List<String> otherSheets) {}
