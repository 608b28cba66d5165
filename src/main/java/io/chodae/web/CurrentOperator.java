package io.chodae.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The signed-in operator's {@code Membership}, or {@link Operating} where something is done, on a controller's parameter: of the customer that was chosen (see
 * {@link ChosenCustomer}) or else of the first one. Somebody who works for no customer is answered with 403.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface CurrentOperator {}
