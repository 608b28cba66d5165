package io.chodae.web;

import io.chodae.identity.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The least role that a console request needs, on a handler method or its class. Without it, reading needs VIEWER and
 * every other method OPERATOR; a request that lacks it is answered with 403.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresRole {
    Role value();
}
