/**
 * Domain capture: unmanaged accounts on a customer's verified domains, the invitations to become managed, and what
 * follows. Knows no wire format and writes no mail.
 */
@ApplicationModule(allowedDependencies = {"directory", "invitation", "mail", "suppression", "shared", "audit"})
@NullMarked
package io.chodae.capture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
