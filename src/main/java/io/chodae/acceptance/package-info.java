/**
 * The invited person's pages: what they are invited to, sign in or sign up, confirm, done, and their services
 * afterwards, why a Play is closed to them, how a publisher's mails are stopped, and what a request to have an account
 * managed asks. An edge: it translates and decides nothing; nobody uses it.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "directory",
            "identity",
            "invitation",
            "bizkit",
            "playclient",
            "capture",
            "mail",
            "web"
        })
@NullMarked
package io.chodae.acceptance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
