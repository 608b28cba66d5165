/** Who did what to which subject, written by each use case in its own transaction. Uses shared. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package io.chodae.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
