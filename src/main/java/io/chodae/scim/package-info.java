/**
 * The wire of SCIM 2.0 (RFC 7643, RFC 7644) for managed accounts, by which identity providers make, change and end them.
 * Translates and decides nothing.
 */
@ApplicationModule(allowedDependencies = {"provisioning", "identity", "directory", "shared", "audit"})
@NullMarked
package io.chodae.scim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
