package io.chodae.bizkit;

/** A part of the Biz Service information without which nobody can be invited. */
public enum MissingPart {
    NAME,
    DESCRIPTION,
    ICON
}
