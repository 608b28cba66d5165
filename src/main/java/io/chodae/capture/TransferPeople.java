package io.chodae.capture;

import io.chodae.shared.EmailAddress;
import java.util.List;
import java.util.Set;

/** Whom a job is about. */
public sealed interface TransferPeople {

    /** Whoever was ticked; addresses that this customer's list does not have are passed over. */
    record Chosen(TransferAct act, List<EmailAddress> emails) implements TransferPeople {

        public Chosen {
            emails = List.copyOf(emails);
        }
    }

    /**
     * All of the list in these states.
     *
     * @param beginning of their addresses, by the key; empty for all
     */
    record Matching(TransferAct act, Set<UserInvitationState> states, String beginning) implements TransferPeople {

        public Matching {
            states = Set.copyOf(states);
        }
    }

    /** What a file says. Of an address that stands in it twice the first line counts. */
    record Uploaded(List<Line> lines) implements TransferPeople {

        public Uploaded {
            lines = List.copyOf(lines);
        }
    }

    /** One line of a file. */
    record Line(EmailAddress email, TransferAct act) {}
}
