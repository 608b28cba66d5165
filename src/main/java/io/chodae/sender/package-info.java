/**
 * A customer's own address to send from: its keys, whether their records are published, and the signature of each mail
 * that comes from it. Signs for the mail room by its interface. May use the mail room, the name servers, the shared words and the
 * audit trail.
 */
@ApplicationModule(allowedDependencies = {"mail", "dns", "shared", "audit"})
@NullMarked
package io.chodae.sender;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
