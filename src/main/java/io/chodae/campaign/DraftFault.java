package io.chodae.campaign;

import java.util.List;

/**
 * Something that keeps a draft from being sent.
 *
 * @param field name of the component of {@link DraftContent}, or {@code roster}
 * @param code one of {@code MISSING}, {@code TOO_LONG} (limit, found), {@code INVALID} (found), {@code GONE},
 *     {@code TAKEN} (name), {@code NO_PLAY}, {@code NONE_READY} (number of rows), {@code NOBODY_LEFT},
 *     {@code UNKNOWN_FIELD} (as written, the known ones), {@code NO_GROUP} (the field)
 * @param args what the message names, in the order given above
 */
public record DraftFault(String field, String code, List<String> args) {

    public DraftFault {
        args = List.copyOf(args);
    }

    DraftFault(String field, String code, Object... args) {
        this(field, code, List.of(args).stream().map(String::valueOf).toList());
    }

    /** Key of the text in {@code messages/campaign}; the args fill it in order. */
    public String messageKey() {
        return "campaign.fault." + field + "." + code;
    }
}
