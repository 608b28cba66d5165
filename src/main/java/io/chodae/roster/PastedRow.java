package io.chodae.roster;

/** What a copied row says of a person, not checked yet; empty where it does not say so. */
public record PastedRow(String name, String email, String phone, String extraInfo) {}
