/** Turns events of the other rooms into mails in the reader's language. */
@ApplicationModule(
        allowedDependencies = {"mail", "identity", "directory", "invitation", "bizkit", "campaign", "capture", "shared"
        })
@NullMarked
package io.chodae.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
