/**
 * A mailbox for everybody, in the demo only: takes in every mail by SMTP and shows it. An edge; nobody uses it.
 */
@ApplicationModule(allowedDependencies = {"shared", "mail", "web"})
@NullMarked
package io.chodae.mailbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
