/**
 * Words that every room speaks: addresses and their match key, ids, languages, secrets, pages of a list. Uses nobody
 * and holds no framework types.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package io.chodae.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
