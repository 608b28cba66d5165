/** The main road, walked end to end in a real browser. */
@NullMarked
package io.chodae.road;

import org.jspecify.annotations.NullMarked;
