package io.chodae.wire;

import java.util.Optional;

/**
 * A part of a batch.
 *
 * @param contentId as the client wrote it, to be given back
 * @param call the request in it, or why it is none
 */
public record BatchPart(Optional<String> contentId, Parsed<Call> call) {}
