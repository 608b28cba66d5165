package io.chodae.cloudidentity;

import io.chodae.capture.UserInvitationState;
import io.chodae.wire.Parsed;
import io.chodae.wire.Quoted;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code filter} of a list: comparisons of the state by {@code ==} and {@code !=}, joined by {@code ||} and
 * {@code &&}, with parentheses. It comes down to a set of states. The first thing that does not fit is kept as the
 * fault, and whatever is read behind it counts for nothing.
 */
final class StateFilter {

    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 20;
    private static final Pattern TOKEN = Pattern.compile("\\s*(==|!=|\\|\\||&&|[()]|'[^']*'|[A-Za-z_]+)");
    private static final String UNSPECIFIED = "STATE_UNSPECIFIED";
    private static final String HELP =
            "A filter compares the state, such as state=='INVITED' or state!='ACCEPTED', joined by || or &&;"
                    + " the states are NOT_YET_SENT, INVITED, ACCEPTED and DECLINED.";

    private final String text;
    private final Matcher tokens;
    private int position;
    private int depth;
    private @Nullable String fault;

    private StateFilter(String text) {
        this.text = text;
        this.tokens = TOKEN.matcher(text);
    }

    /** Without a filter every state. */
    static Parsed<Set<UserInvitationState>> parse(Optional<String> filter) {
        if (filter.isEmpty()) {
            return Parsed.good(Collections.unmodifiableSet(EnumSet.allOf(UserInvitationState.class)));
        }
        if (filter.get().length() > LONGEST) {
            return Parsed.invalid("Invalid filter: longer than %,d characters. %s".formatted(LONGEST, HELP));
        }
        StateFilter parser = new StateFilter(filter.get());
        Set<UserInvitationState> states = parser.either();
        if (parser.fault == null && !parser.rest().isEmpty()) {
            parser.expected("\"||\", \"&&\" or the end");
        }
        return parser.fault == null
                ? Parsed.good(Collections.unmodifiableSet(states))
                : Parsed.invalid("Invalid filter: " + parser.fault + ". " + HELP);
    }

    private EnumSet<UserInvitationState> either() {
        EnumSet<UserInvitationState> states = both();
        while (fault == null && take("||")) {
            states.addAll(both());
        }
        return states;
    }

    private EnumSet<UserInvitationState> both() {
        EnumSet<UserInvitationState> states = one();
        while (fault == null && take("&&")) {
            states.retainAll(one());
        }
        return states;
    }

    private EnumSet<UserInvitationState> one() {
        if (take("(")) {
            if (++depth > DEEPEST) {
                return expected("no further parenthesis");
            }
            EnumSet<UserInvitationState> states = either();
            if (fault == null && !take(")")) {
                expected("\"||\", \"&&\" or \")\"");
            }
            depth--;
            return states;
        }
        if (!peek().equalsIgnoreCase("state")) {
            return expected("\"state\" or \"(\"");
        }
        next();
        boolean equal = take("==");
        if (!equal && !take("!=")) {
            return expected("\"==\" or \"!=\"");
        }
        EnumSet<UserInvitationState> named = value();
        return equal ? named : EnumSet.complementOf(named);
    }

    private EnumSet<UserInvitationState> value() {
        String token = peek();
        String name = token.startsWith("'") ? token.substring(1, token.length() - 1) : token;
        String upper = name.strip().toUpperCase(Locale.ROOT);
        if (upper.equals(UNSPECIFIED)) {
            next();
            return none();
        }
        Optional<UserInvitationState> state = Arrays.stream(UserInvitationState.values())
                .filter(known -> known.name().equals(upper))
                .findFirst();
        if (state.isEmpty()) {
            return expected("a state");
        }
        next();
        return EnumSet.of(state.get());
    }

    private boolean take(String token) {
        boolean there = peek().equals(token);
        if (there) {
            next();
        }
        return there;
    }

    /** The next token, or nothing where the text goes on with what is none. */
    private String peek() {
        return tokens.region(position, text.length()).lookingAt() ? tokens.group(1) : "";
    }

    private void next() {
        position = tokens.end();
    }

    private String rest() {
        return text.substring(position).strip();
    }

    private EnumSet<UserInvitationState> expected(String what) {
        if (fault == null) {
            String found = rest().isEmpty() ? "it ends" : "there is \"" + Quoted.of(rest()) + "\"";
            String read = text.substring(0, position).strip();
            fault = "after \"" + Quoted.of(read) + "\" " + found + " where " + what + " is expected";
        }
        return none();
    }

    private static EnumSet<UserInvitationState> none() {
        return EnumSet.noneOf(UserInvitationState.class);
    }
}
