/**
 * The operator's pages: what needs them now, the Biz Service, Plays, groups, the invite form, invitations and people.
 * An edge: it translates and decides nothing; nobody uses it.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "directory",
            "domain",
            "identity",
            "invitation",
            "roster",
            "bizkit",
            "playclient",
            "campaign",
            "capture",
            "provisioning",
            "mail",
            "suppression",
            "sender",
            "notice",
            "web"
        })
@NullMarked
package io.chodae.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
