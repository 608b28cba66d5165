package io.chodae.wire;

/**
 * The description of an API in Google's discovery format, for clients that build themselves from one.
 *
 * @param version by which clients ask for it
 * @param resource on the classpath; {@code {version}}, {@code {rootUrl}} and {@code {rootHost}} in it are filled in
 */
public record ApiDescription(String version, String resource) {}
