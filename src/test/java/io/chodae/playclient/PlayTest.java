package io.chodae.playclient;

import io.chodae.bizkit.KitTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** The whole server with publishers whose Plays people sign in to. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@KitTest
@Import(TestPlays.class)
public @interface PlayTest {}
