/**
 * The wire of Google's Cloud Identity {@code customers.userinvitations}, so that its official clients work unchanged.
 * Translates and decides nothing.
 */
@ApplicationModule(allowedDependencies = {"wire", "capture", "identity", "shared", "audit"})
@NullMarked
package io.chodae.cloudidentity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
