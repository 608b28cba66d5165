/** The operator's pages from outside: who may call what, and what each is offered. */
@NullMarked
package io.chodae.console;

import org.jspecify.annotations.NullMarked;
