/**
 * The lifecycle of an invitation: its states, its links, its rules of expiry and sending again. Says what happened by
 * events and knows nothing of what is offered.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit"})
@NullMarked
package io.chodae.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
