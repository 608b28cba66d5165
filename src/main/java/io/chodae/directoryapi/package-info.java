/**
 * The wire of the users of Google's Admin SDK Directory API, so that its official clients work unchanged. Translates and
 * decides nothing.
 */
@ApplicationModule(allowedDependencies = {"wire", "provisioning", "identity", "directory", "shared", "audit"})
@NullMarked
package io.chodae.directoryapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
