package io.chodae.scim;

import io.chodae.identity.ApiCaller;
import io.chodae.identity.ApiScopes;
import io.chodae.identity.ApiTokens;
import io.chodae.identity.DirectoryToken;
import io.chodae.identity.DirectoryTokens;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who calls, and whether they may: the holder of a directory token, or a program in the name of an administrator. */
@Component
class AdmitCaller {

    private static final String CHALLENGE = "Bearer realm=\"chodae\"";

    private final ApiTokens programs;
    private final DirectoryTokens directory;

    AdmitCaller(ApiTokens programs, DirectoryTokens directory) {
        this.programs = programs;
        this.directory = directory;
    }

    Parsed<ScimCaller> admit(Call call, boolean writes) {
        Optional<String> token = call.bearer();
        if (token.isEmpty()) {
            return Parsed.bad(ScimError.of(401, "The call has no token. Send one as Authorization: Bearer …")
                    .withHeader("WWW-Authenticate", CHALLENGE));
        }
        return token.get().startsWith(DirectoryToken.PREFIX)
                ? directory
                        .verify(token.get())
                        .map(caller -> Parsed.good(new ScimCaller(caller.customer(), caller.actor())))
                        .orElseGet(AdmitCaller::unknown)
                : programs.verify(token.get())
                        .map(caller -> program(caller, writes))
                        .orElseGet(AdmitCaller::unknown);
    }

    private static Parsed<ScimCaller> program(ApiCaller caller, boolean writes) {
        String scope = writes ? ApiScopes.DIRECTORY_USER : ApiScopes.DIRECTORY_USER_READONLY;
        if (caller.may(scope)) {
            return Parsed.good(new ScimCaller(caller.customer(), caller.actor()));
        }
        return Parsed.bad(ScimError.of(
                        403, "Needs the scope %s, and an administrator whose role allows it.".formatted(scope))
                .withHeader("WWW-Authenticate", CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + scope + "\""));
    }

    private static Parsed<ScimCaller> unknown() {
        return Parsed.bad(ScimError.of(401, "The token is unknown, ran out or was revoked.")
                .withHeader("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\""));
    }
}
