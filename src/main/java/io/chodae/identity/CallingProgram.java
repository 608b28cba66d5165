package io.chodae.identity;

/**
 * The program behind a call: a service account, or one that asked an administrator's leave.
 *
 * @param clientId by which it is known for good
 * @param name as of now
 */
public record CallingProgram(String clientId, String name) {}
