/**
 * Users that an organisation makes and keeps by itself: managed accounts with what it writes about them, and what is
 * done where a person's own account has the address already. Knows no wire format.
 */
@ApplicationModule(allowedDependencies = {"capture", "identity", "directory", "shared", "audit"})
@NullMarked
package io.chodae.provisioning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
