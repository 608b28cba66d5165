package io.chodae.cloudidentity;

import java.util.Optional;

/**
 * A part of a batch.
 *
 * @param contentId as the client wrote it, to be given back
 * @param call the request in it, or why it is none
 */
record BatchPart(Optional<String> contentId, Parsed<Call> call) {}
