/**
 * What all page edges share: the security filter chains, who is signed in, layout, language, error pages. Uses shared,
 * audit, directory and identity.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit", "directory", "identity"})
@NullMarked
package io.chodae.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
