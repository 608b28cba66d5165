/**
 * What is asked of the server by its command line: importing accounts. An edge: it reads, reports and decides nothing;
 * nobody uses it.
 */
@ApplicationModule(allowedDependencies = {"shared", "identity"})
@NullMarked
package io.chodae.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
