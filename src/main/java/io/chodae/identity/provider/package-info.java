/** This directory as an OpenID provider: what Spring Authorization Server keeps, kept so that nobody can use it. */
@NullMarked
package io.chodae.identity.provider;

import org.jspecify.annotations.NullMarked;
