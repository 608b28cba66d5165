/**
 * How people prove who they are: passwords, links by mail, external providers, roles per customer, and this directory
 * as an OpenID provider. Uses directory, shared and audit.
 */
@ApplicationModule(allowedDependencies = {"directory", "shared", "audit"})
@NullMarked
package io.chodae.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
