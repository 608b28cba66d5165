package io.chodae.cloudidentity;

import static io.chodae.cloudidentity.CloudIdentityCalls.PLAIN;

import io.chodae.capture.UserInvitationPosition;
import io.chodae.shared.EmailAddress;
import io.chodae.wire.ApiError;
import io.chodae.wire.Call;
import io.chodae.wire.Envelope;
import io.chodae.wire.Parsed;
import io.chodae.wire.Query;
import io.chodae.wire.Quoted;
import io.chodae.wire.Rendering;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads a call and decides whether it may be done, in the order in which callers can mend it: path, HTTP method, token,
 * scope and customer, parameters, body.
 */
@Component
class PlanCall {

    private final PageTokens pageTokens;

    PlanCall(PageTokens pageTokens) {
        this.pageTokens = pageTokens;
    }

    Planned plan(Call given, Admission admission) {
        Call call = given.unfolded();
        Parsed<Planned> planned = CallPath.parse(call.path()).then(path -> plan(call, path, admission));
        return switch (planned) {
            case Parsed.Good<Planned> good -> good.value();
            case Parsed.Bad<Planned> bad -> new Planned.Settled(PLAIN.refused(bad.error()));
        };
    }

    private Parsed<Planned> plan(Call call, CallPath path, Admission admission) {
        Optional<ApiMethod> found = ApiMethod.of(path);
        if (found.isEmpty()) {
            return Parsed.bad(ApiError.notFound("There is no method \"%s\" of user invitations."
                    .formatted(Quoted.of(path.verb().orElse("")))));
        }
        ApiMethod method = found.get();
        if (!method.httpMethods().contains(call.method())) {
            return Parsed.bad(
                    ApiError.methodNotAllowed(Quoted.of(call.method()), String.join(", ", method.httpMethods())));
        }
        return Query.parse(call.query())
                .then(query -> admission
                        .admit(call.bearer().or(query::token), method, path)
                        .then(who -> query.checked(method.parameters())
                                .then(checked -> Rendering.parse(query, method.answer(), Envelope.STATUS))
                                .map(rendering -> rendered(call, path, method, query, who, rendering))));
    }

    /** From here on also a refusal is written as the call wants it. */
    private Planned rendered(
            Call call, CallPath path, ApiMethod method, Query query, Admitted who, Rendering rendering) {
        Parsed<Planned> planned = path.email()
                .map(email -> one(call, email, method, who, rendering))
                .orElseGet(() -> list(query, who, rendering));
        return switch (planned) {
            case Parsed.Good<Planned> good -> good.value();
            case Parsed.Bad<Planned> bad -> new Planned.Settled(rendering.refused(bad.error()));
        };
    }

    private Parsed<Planned> list(Query query, Admitted who, Rendering rendering) {
        return Listing.parse(query)
                .then(listing ->
                        after(query, who, listing).map(after -> new Planned.ReadList(who, listing, after, rendering)));
    }

    private Parsed<Optional<UserInvitationPosition>> after(Query query, Admitted who, Listing listing) {
        Optional<String> token = query.value("pageToken");
        return token.isEmpty()
                ? Parsed.good(Optional.empty())
                : pageTokens.open(token.get(), who.customer(), listing).map(Optional::of);
    }

    private static Parsed<Planned> one(Call call, String text, ApiMethod method, Admitted who, Rendering rendering) {
        Optional<EmailAddress> email = EmailAddress.parse(text);
        if (email.isEmpty()) {
            return Parsed.invalid("\"%s\" is no e-mail address.".formatted(Quoted.of(text)));
        }
        if (!method.writes()) {
            return Parsed.good(new Planned.ReadOne(who, method, email.get(), rendering));
        }
        return EmptyBody.fault(call)
                .map(Parsed::<Planned>bad)
                .orElseGet(() -> Parsed.good(new Planned.Write(who, method, email.get(), rendering)));
    }
}
