package io.chodae.bizkit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be done to many people at once. */
public sealed interface PeopleAct {

    /** By which it is named in addresses, texts and rows. */
    enum Kind {
        MOVE,
        SUSPEND,
        RESUME,
        END,
        REMOVE
    }

    Kind kind();

    /** @param groupId null: unclassified */
    record Move(@Nullable Long groupId) implements PeopleAct {
        @Override
        public Kind kind() {
            return Kind.MOVE;
        }
    }

    record Suspend() implements PeopleAct {
        @Override
        public Kind kind() {
            return Kind.SUSPEND;
        }
    }

    record Resume() implements PeopleAct {
        @Override
        public Kind kind() {
            return Kind.RESUME;
        }
    }

    /** @param endsOn null: the membership does not end by itself */
    record End(@Nullable LocalDate endsOn) implements PeopleAct {
        @Override
        public Kind kind() {
            return Kind.END;
        }
    }

    record Remove() implements PeopleAct {
        @Override
        public Kind kind() {
            return Kind.REMOVE;
        }
    }
}
