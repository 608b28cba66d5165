package io.chodae.playclient;

import java.util.List;

/** What a Play may ask for; a Play that asks for less learns less. */
final class PlayScopes {

    static final String OPENID = "openid";
    static final String PROFILE = "profile";
    static final String EMAIL = "email";
    static final String PHONE = "phone";

    /** What the publisher itself keeps of the person: extra information, kind of service, group. */
    static final String CHODAE = "chodae";

    static final List<String> ALL = List.of(OPENID, PROFILE, EMAIL, PHONE, CHODAE);

    private PlayScopes() {}
}
