@NullMarked
package io.chodae.cloudidentity;

import org.jspecify.annotations.NullMarked;
