/**
 * The invite form as use cases: a draft that is saved while typing, its list of people, the preview, the one press of
 * "send" and the writing of the invitations behind it. Shows nothing and mails nothing itself.
 */
@ApplicationModule(allowedDependencies = {"bizkit", "invitation", "roster", "shared", "audit"})
@NullMarked
package io.chodae.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
