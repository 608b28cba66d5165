/**
 * The member's pages: signing in and up, confirming an address, passwords, profile, and the first administrator. Uses
 * shared, audit, directory, identity and web.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit", "directory", "identity", "web"})
@NullMarked
package io.chodae.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
