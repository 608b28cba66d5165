package io.chodae.invitation;

/** What an act on many is a part of, as the audit trail names it. */
public record BulkCause(String subjectType, String subjectId) {}
