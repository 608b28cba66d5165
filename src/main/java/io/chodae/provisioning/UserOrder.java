package io.chodae.provisioning;

/** How users are sorted; those with the same value by their number. Texts without regard to case. */
public record UserOrder(UserField by, boolean descending) {

    public static final UserOrder BY_EMAIL = new UserOrder(UserField.EMAIL, false);
}
