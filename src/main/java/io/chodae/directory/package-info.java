/** Who there is: customers and the accounts of people. Uses shared and audit. */
@ApplicationModule(allowedDependencies = {"shared", "audit"})
@NullMarked
package io.chodae.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
