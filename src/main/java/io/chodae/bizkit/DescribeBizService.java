package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.PlainText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores what invited people see of the Biz Service. */
@Component
public class DescribeBizService {

    private static final int MAX_NAME = 20;
    private static final int MAX_DESCRIPTION = 200;

    private final JdbcClient jdbc;
    private final BizKits bizKits;
    private final AuditTrail audit;

    DescribeBizService(JdbcClient jdbc, BizKits bizKits, AuditTrail audit) {
        this.jdbc = jdbc;
        this.bizKits = bizKits;
        this.audit = audit;
    }

    /**
     * Describes the service.
     *
     * @param icon a new icon, or null to keep the one that is there; required once
     */
    @Transactional
    public DescribeResult describe(
            CustomerId customer,
            String name,
            String description,
            byte @Nullable [] icon,
            boolean requireOwnAddress,
            Actor actor) {
        String cleanName = PlainText.oneLine(name);
        String cleanDescription = PlainText.lines(description);
        List<Fault> faults = new ArrayList<>();
        FieldChecks.required("name", cleanName, MAX_NAME, faults);
        FieldChecks.required("description", cleanDescription, MAX_DESCRIPTION, faults);
        if (icon != null) {
            CheckIcon.fault(icon).ifPresent(faults::add);
        } else if (!bizKits.get(customer).hasIcon()) {
            faults.add(Fault.of("icon", "MISSING"));
        }
        if (!faults.isEmpty()) {
            return new DescribeResult.Faults(faults);
        }
        jdbc.sql("""
                        update biz_kit
                        set service_name = :name, service_description = :description,
                            require_own_address = :ownAddress,
                            service_icon = coalesce(:icon, service_icon), icon_etag = coalesce(:etag, icon_etag)
                        where customer_id = :customer
                        """)
                .param("customer", customer.value())
                .param("name", cleanName)
                .param("description", cleanDescription)
                .param("ownAddress", requireOwnAddress)
                .param("icon", icon, java.sql.Types.BINARY)
                .param("etag", icon == null ? null : etag(icon), java.sql.Types.VARCHAR)
                .update();
        audit.record(
                customer,
                actor,
                "service.described",
                "service",
                String.valueOf(customer.value()),
                Map.of("name", cleanName, "icon", icon == null ? "kept" : "new"));
        return new DescribeResult.Saved(bizKits.get(customer));
    }

    private static String etag(byte[] icon) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(icon);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
