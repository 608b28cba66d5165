package io.chodae.console;

import io.chodae.capture.UserInvitation;
import io.chodae.capture.UserInvitationOrder;
import io.chodae.capture.UserInvitationPosition;
import io.chodae.capture.UserInvitationState;
import io.chodae.shared.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What part of the unmanaged accounts a page shows, and in which order. Every link and button of the page carries it.
 *
 * @param q what addresses begin with
 * @param after the last row of the page before, as {@link #behind} writes it
 */
record AccountsFilter(
        @Nullable String q,
        @Nullable UserInvitationState state,
        @Nullable UserInvitationOrder sort,
        @Nullable String after) {

    public String text() {
        return q == null ? "" : q.strip();
    }

    public UserInvitationOrder order() {
        return sort == null ? UserInvitationOrder.EMAIL_ASC : sort;
    }

    public boolean narrows() {
        return state != null || !text().isEmpty();
    }

    Set<UserInvitationState> states() {
        return state == null ? EnumSet.allOf(UserInvitationState.class) : EnumSet.of(state);
    }

    /** As keys begin; a whole address is one, however it was typed. */
    String beginning() {
        return EmailAddress.parse(text()).map(EmailAddress::key).orElseGet(() -> text().toLowerCase(Locale.ROOT));
    }

    /** The same addresses in another state; null for all states. */
    public AccountsFilter in(@Nullable UserInvitationState other) {
        return new AccountsFilter(q, other, sort, null);
    }

    public AccountsFilter by(UserInvitationOrder other) {
        return new AccountsFilter(q, state, other, null);
    }

    public AccountsFilter top() {
        return new AccountsFilter(q, state, sort, null);
    }

    AccountsFilter behind(UserInvitation last) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, last.updatedAt());
        String position = micros + " " + last.email().key();
        return new AccountsFilter(
                q,
                state,
                sort,
                Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8)));
    }

    /** It comes back from a browser: anything but one of ours means the beginning. */
    @Nullable
    UserInvitationPosition position() {
        try {
            String[] parts = after == null
                    ? new String[0]
                    : new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split(" ", 2);
            return parts.length < 2 || parts[1].indexOf('\0') >= 0
                    ? null
                    : new UserInvitationPosition(
                            Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), parts[1]);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            return null;
        }
    }

    /** What an address or a form has to carry. */
    public Map<String, String> fields() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("q", text());
        all.put("state", state);
        all.put("sort", sort);
        all.put("after", after);
        Map<String, String> given = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (value != null && !value.toString().isEmpty()) {
                given.put(name, value.toString());
            }
        });
        return given;
    }

    /** Where this part is shown. */
    public String path() {
        return path("/console/accounts");
    }

    /** Another page that is about this part. */
    public String path(String page) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath(page);
        Map<String, String> fields = fields();
        fields.keySet().forEach(name -> path.queryParam(name, "{" + name + "}"));
        return path.encode().buildAndExpand(fields).toUriString();
    }
}
