/** What every test stands on: a real PostgreSQL, a clock that tests turn, a receiver of mails. */
@NullMarked
package io.chodae.testing;

import org.jspecify.annotations.NullMarked;
