/** Asks the domain name system. Part of the floor: any room may wait for an answer here, outside of transactions. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.chodae.dns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
