package io.chodae.bizkit;

import java.time.Instant;

/**
 * Addresses from a file, as they were matched with enrolled users.
 *
 * @param rows rows that were read: those found, not found, and given twice together
 * @param found people who are enrolled
 * @param missing rows with an address that nobody is enrolled by, or with none
 * @param twice rows with the address of an earlier one
 */
public record AddressList(
        long id, String fileName, int rows, int found, int missing, int twice, Instant createdAt, String createdBy) {}
