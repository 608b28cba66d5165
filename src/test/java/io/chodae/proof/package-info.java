/** Whole server processes: how fast they are, and what is left of their work when they are killed. */
@NullMarked
package io.chodae.proof;

import org.jspecify.annotations.NullMarked;
