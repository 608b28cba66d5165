package io.chodae.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The signed-in person, on a controller's parameter. An {@code Account} is read afresh; a {@code MemberPrincipal} comes
 * from the session. An {@code Optional} or {@code @Nullable} parameter is empty where nobody is signed in, any other
 * is answered with the sign-in page.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface CurrentMember {}
