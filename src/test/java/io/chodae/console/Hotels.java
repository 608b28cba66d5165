package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.DescribeBizService;
import io.chodae.bizkit.DescribeResult;
import io.chodae.bizkit.Edition;
import io.chodae.bizkit.Kits;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.identity.Operators;
import io.chodae.identity.Role;
import io.chodae.identity.SignUp;
import io.chodae.identity.SignUpResult;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/** Publishers that are ready to invite, each with a person for every role. */
@TestComponent
class Hotels {

    static final String PASSWORD = "quiet harbour lamp 41";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Customers customers;
    private final BizKits kits;
    private final DescribeBizService describe;
    private final Operators operators;
    private final SignUp signUp;

    Hotels(Customers customers, BizKits kits, DescribeBizService describe, Operators operators, SignUp signUp) {
        this.customers = customers;
        this.kits = kits;
        this.describe = describe;
        this.operators = operators;
        this.signUp = signUp;
    }

    /**
     * A publisher.
     *
     * @param mark a word that stands in every text and address of this hotel and nowhere else
     */
    record Hotel(CustomerId customer, String publisherId, String mark, Map<Caller, AccountId> people) {

        String email(Caller caller) {
            return caller.name().toLowerCase(Locale.ROOT) + "@" + mark + ".example";
        }

        AccountId account(Caller caller) {
            AccountId account = people.get(caller);
            if (account == null) {
                throw new AssertionError("no account for " + caller);
            }
            return account;
        }

        Actor owner() {
            return Actor.account(account(Caller.OWNER), email(Caller.OWNER));
        }

        List<String> accounts() {
            return people.values().stream()
                    .map(account -> Long.toString(account.value()))
                    .toList();
        }
    }

    Hotel open() {
        String mark = "marigold" + NUMBER.incrementAndGet() + "x";
        Customer customer = customers.create("Hotel " + mark);
        Hotel hotel = new Hotel(customer.id(), customer.externalId(), mark, new EnumMap<>(Caller.class));
        for (Caller caller : List.of(Caller.MEMBER, Caller.VIEWER, Caller.OPERATOR, Caller.OWNER)) {
            hotel.people().put(caller, signUp(hotel.email(caller), mark));
            if (caller != Caller.MEMBER) {
                operators.grant(hotel.customer(), hotel.account(caller), Role.valueOf(caller.name()));
            }
        }
        kits.create(hotel.customer(), Edition.FULL);
        assertThat(describe.describe(
                        hotel.customer(), "Desk " + mark, "Service of " + mark, Kits.icon(), false, hotel.owner()))
                .isInstanceOf(DescribeResult.Saved.class);
        return hotel;
    }

    private AccountId signUp(String email, String mark) {
        return ((SignUpResult.Created) signUp.signUp(email, "Person of " + mark, PASSWORD, Language.EN, true))
                .account();
    }
}
