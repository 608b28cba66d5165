package io.chodae.invitation;

/**
 * How far people came.
 *
 * @param invited all of them
 * @param wentOn who did something on the invitation's page, by accepting or declining too
 */
public record Funnel(int invited, int wentOn, int accepted, int declined, int expired) {}
