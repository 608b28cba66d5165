/** Chodae: takes a person from an address in a list to an account that belongs. */
@NullMarked
package io.chodae;

import org.jspecify.annotations.NullMarked;
