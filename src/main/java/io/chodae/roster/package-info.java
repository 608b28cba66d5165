/**
 * Reads the spreadsheets that operators have: finds the people in them, cleans each value and says what is wrong with
 * which row. Knows nothing of invitations.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package io.chodae.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
