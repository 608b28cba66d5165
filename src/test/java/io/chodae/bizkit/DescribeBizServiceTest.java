package io.chodae.bizkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.directory.CustomerFounded;
import io.chodae.directory.Customers;
import io.chodae.shared.CustomerId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@KitTest
class DescribeBizServiceTest {

    private static final byte[] ICON = Kits.icon();

    @Autowired
    private Kits kits;

    @Autowired
    private BizKits bizKits;

    @Autowired
    private DescribeBizService describe;

    @Autowired
    private Customers customers;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aNewCustomerHasAFullKitThatLacksEverything() {
        CustomerId customer = founded();
        BizKit kit = bizKits.get(customer);
        assertThat(kit.edition()).isEqualTo(Edition.FULL);
        assertThat(kit.userLimit()).isEmpty();
        assertThat(kit.invitationLifetime()).isEqualTo(Duration.ofDays(3));
        assertThat(kit.missing()).containsExactly(MissingPart.NAME, MissingPart.DESCRIPTION, MissingPart.ICON);
        assertThat(kit.complete()).isFalse();
        assertThat(bizKits.icon(customer)).isEmpty();
    }

    @Test
    void aTrialKitHasTenSeats() {
        BizKit kit = bizKits.get(kits.trial().customer());
        assertThat(kit.edition()).isEqualTo(Edition.TRIAL);
        assertThat(kit.userLimit()).hasValue(10);
        assertThat(kit.deviceLimit()).hasValue(10);
    }

    @Test
    void keepsOneLineOfNameAndSeveralOfDescription() {
        CustomerId customer = founded();
        BizKit kit = saved(describe(customer, " 한빛\r\n 컨시어지\u202E ", "객실에서\r\n쓰는\u0000 서비스 ", ICON));
        assertThat(kit).isEqualTo(bizKits.get(customer));
        assertThat(kit.serviceName()).isEqualTo("한빛 컨시어지");
        assertThat(kit.serviceDescription()).isEqualTo("객실에서\n쓰는 서비스");
        assertThat(kit.complete()).isTrue();
        assertThat(bizKits.icon(customer)).contains(ICON);
        assertThat(kits.trail(customer, "service", customer.value())).containsExactly("service.described");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        CustomerId customer = founded();
        assertThat(saved(describe(customer, "🙂".repeat(20), "가".repeat(200), ICON))
                        .complete())
                .isTrue();
        assertThat(describe(customer, "🙂".repeat(21), "가".repeat(201), null))
                .isEqualTo(new DescribeResult.Faults(
                        List.of(Fault.of("name", "TOO_LONG", 20, 21), Fault.of("description", "TOO_LONG", 200, 201))));
    }

    @Test
    void saysEverythingThatIsWrongAtOnceAndStoresNothing() {
        CustomerId customer = founded();
        assertThat(describe(customer, "\u200B", " ", null))
                .isEqualTo(new DescribeResult.Faults(List.of(
                        Fault.of("name", "MISSING"), Fault.of("description", "MISSING"), Fault.of("icon", "MISSING"))));
        assertThat(describe(customer, "이름", "설명", Kits.image(64, 64, "png")))
                .isEqualTo(new DescribeResult.Faults(List.of(Fault.of("icon", "WRONG_SIZE", 64, 64))));
        assertThat(bizKits.get(customer).missing()).hasSize(3);
        assertThat(kits.trail(customer, "service", customer.value())).isEmpty();
    }

    @Test
    void keepsTheIconUntilThereIsANewOne() {
        CustomerId customer = founded();
        BizKit first = saved(describe(customer, "이름", "설명", ICON));
        BizKit second = saved(describe(customer, "새 이름", "설명", null));
        assertThat(second.iconEtag()).isEqualTo(first.iconEtag()).isNotNull();
        BizKit third = saved(describe(customer, "새 이름", "설명", grey()));
        assertThat(third.iconEtag()).isNotEqualTo(first.iconEtag());
        assertThat(bizKits.icon(customer)).contains(grey());
    }

    @Test
    void touchesNoOtherCustomer() {
        Publisher owner = kits.full();
        BizKit before = bizKits.get(owner.customer());
        describe(founded(), "남의 이름", "남의 설명", ICON);
        assertThat(bizKits.get(owner.customer())).isEqualTo(before);
    }

    private CustomerId founded() {
        return transaction.execute(status -> {
            CustomerId customer = customers.create("새벽카페").id();
            events.publishEvent(new CustomerFounded(customer, "새벽카페"));
            return customer;
        });
    }

    private DescribeResult describe(CustomerId customer, String name, String description, byte @Nullable [] icon) {
        return describe.describe(customer, name, description, icon, false, Actor.system());
    }

    private static BizKit saved(DescribeResult result) {
        return ((DescribeResult.Saved) result).kit();
    }

    private static byte[] grey() {
        return Kits.image(108, 108, "png", 0x808080);
    }
}
