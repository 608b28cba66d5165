/**
 * What comes back of mails, and whom a customer does not write to: takes in reports at a return path of each mail, keeps
 * the list of addresses that bounced or whose readers do not want any, and makes the links that tell such a wish. Tells
 * the mail room by its interfaces whom it passes over. May use the mail room, the shared words and the audit trail.
 */
@ApplicationModule(allowedDependencies = {"mail", "shared", "audit"})
@NullMarked
package io.chodae.suppression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
