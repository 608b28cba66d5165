package io.chodae.campaign;

/** A draft's row with what only the writing side needs to know. */
record StoredDraft(
        Draft draft,
        boolean sent,
        int contentVersion,
        String contentBy,
        String contentPage,
        int typedVersion,
        String typedBy,
        String typedPage,
        int invited) {}
