package io.chodae.campaign;

/** How a row came into the list. */
public enum RowSource {
    TYPED,
    FILE
}
