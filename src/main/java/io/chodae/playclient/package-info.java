/**
 * Private Plays as clients of the OpenID provider: their registration and secrets, who may sign in to them, and what they
 * learn of the person. Answers what identity asks; uses bizkit, identity, directory, shared and audit.
 */
@ApplicationModule(allowedDependencies = {"identity", "bizkit", "directory", "shared", "audit"})
@NullMarked
package io.chodae.playclient;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
