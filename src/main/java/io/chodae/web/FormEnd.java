package io.chodae.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Lets a page's form end at an address that is not ours: browsers hold the redirects of a form to the page's policy too,
 * and a client's answer goes to the client. The address must have been checked before.
 */
public final class FormEnd {

    private FormEnd() {}

    /** For the page that is being answered. */
    public static void at(HttpServletRequest request, String address) {
        request.setAttribute(SecurityHeaders.FORM_ENDS, address);
    }
}
