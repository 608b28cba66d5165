@NullMarked
package io.chodae.scim;

import org.jspecify.annotations.NullMarked;
