/**
 * What all edges to programs have in common that speak as Google's APIs do: a servlet that reads calls as they came,
 * batches, parameters, selections of fields, tokens, and how refusals are written. Knows no method.
 */
@ApplicationModule(allowedDependencies = {"identity", "directory", "shared"})
@NullMarked
package io.chodae.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
