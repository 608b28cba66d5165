/** Fills a first start with a publisher to look around in, and prints how to get in. An edge; nobody uses it. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "directory", "domain", "identity", "bizkit", "playclient"})
@NullMarked
package io.chodae.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
