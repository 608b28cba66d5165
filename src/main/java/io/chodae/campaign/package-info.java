/**
 * The invite form as use cases: a draft that is saved while typing, its list of people, the preview, the one press of
 * "send" and the writing of the invitations behind it. Shows nothing and writes no mail; it pauses, goes on with and cancels the
 * mails of a campaign as one batch. What is done to many invitations at once, whatever their campaign, is done here too.
 */
@ApplicationModule(allowedDependencies = {"bizkit", "invitation", "roster", "mail", "suppression", "shared", "audit"})
@NullMarked
package io.chodae.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
