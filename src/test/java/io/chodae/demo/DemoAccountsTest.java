package io.chodae.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.capture.CaptureTest;
import io.chodae.capture.UserInvitation;
import io.chodae.capture.UserInvitationOrder;
import io.chodae.capture.UserInvitationState;
import io.chodae.capture.UserInvitations;
import io.chodae.directory.Customers;
import io.chodae.shared.CustomerId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@CaptureTest
class DemoAccountsTest {

    @Autowired
    private DemoAccounts accounts;

    @Autowired
    private Customers customers;

    @Autowired
    private UserInvitations invitations;

    @Autowired
    private DemoDomain domain;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void everyStrayAccountIsListedWithAnAddressOfItsOwnKind() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            CustomerId hotel = customers.create("한빛호텔").id();
            domain.fill(hotel, "operator@hanbit-hotel.example", Actor.system());
            accounts.fill(1_198);
            List<String> listed = invitations
                    .page(hotel, EnumSet.allOf(UserInvitationState.class), UserInvitationOrder.EMAIL_ASC, null, 2_000)
                    .stream()
                    .map(UserInvitation::email)
                    .map(email -> email.value())
                    .toList();
            assertThat(listed).hasSize(1_198);
            assertThat(listed).anyMatch(email -> email.contains("+"));
            assertThat(listed).anyMatch(email -> email.matches("[가-힣]+@.*"));
            assertThat(listed).anyMatch(email -> email.matches("[A-Z]+@.*"));
            assertThat(listed).anyMatch(email -> email.matches("[a-z]+\\.[a-z]+@.*"));
        });
    }
}
