/**
 * What a publisher offers its invited users: Biz Kit and Biz Service, Private Plays, user groups, offers, enrolled
 * users.
 */
@ApplicationModule(allowedDependencies = {"directory", "invitation", "roster", "shared", "audit"})
@NullMarked
package io.chodae.bizkit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
