package io.chodae.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chodae.shared.CustomerId;
import io.chodae.testing.ChodaeTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@ChodaeTest
class AuditTrailTest {

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final String subject = UUID.randomUUID().toString();

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void anActAndItsTraceStandOrFallTogether() {
        transaction.executeWithoutResult(status -> {
            write();
            status.setRollbackOnly();
        });
        assertThat(rows()).isZero();
        transaction.executeWithoutResult(status -> write());
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void nothingIsWrittenOutsideOfATransaction() {
        assertThatThrownBy(this::write).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theRowSaysWhoDidWhatFromWhere() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("192.0.2.7");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        transaction.executeWithoutResult(status -> write());
        assertThat(jdbc.sql("""
                                select actor_label || ' ' || action || ' ' || (details ->> 'name') || ' ' || remote_addr
                                  from audit_event
                                 where subject_id = :subject
                                """).param("subject", subject).query(String.class).single())
                .isEqualTo("system thing.made \"한빛\" 192.0.2.7");
    }

    private void write() {
        audit.record(CustomerId.HOUSE, Actor.system(), "thing.made", "thing", subject, Map.of("name", "\"한빛\""));
    }

    private int rows() {
        return jdbc.sql("select count(*) from audit_event where subject_id = :subject")
                .param("subject", subject)
                .query(Integer.class)
                .single();
    }
}
