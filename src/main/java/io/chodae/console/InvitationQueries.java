package io.chodae.console;

import io.chodae.bizkit.GroupFilter;
import io.chodae.bizkit.Offers;
import io.chodae.invitation.InvitationQuery;
import io.chodae.mail.Deliveries;
import io.chodae.mail.DeliveryState;
import io.chodae.shared.CustomerId;
import io.chodae.shared.SqlCondition;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks the rooms for what a filter says: one knows the people, one their groups, one their mails. */
@Component
class InvitationQueries {

    private final Offers offers;
    private final ZoneId zone;

    InvitationQueries(Offers offers, @Value("${chodae.time-zone:Asia/Seoul}") ZoneId zone) {
        this.offers = offers;
        this.zone = zone;
    }

    InvitationQuery of(InvitationFilter filter, CustomerId customer, int limit) {
        return new InvitationQuery(
                filter.text(),
                Optional.ofNullable(filter.state()),
                filter.offer() == null ? OptionalLong.empty() : OptionalLong.of(filter.offer()),
                offered(filter, customer),
                filter.first().map(day -> day.atStartOfDay(zone).toInstant()),
                filter.last().map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
                filter.end().map(day -> day.atStartOfDay(zone).toInstant()),
                filter.end().map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
                Optional.ofNullable(filter.delivery()).map(InvitationQueries::mail),
                filter.order(),
                filter.descending(),
                Optional.ofNullable(filter.after()),
                limit);
    }

    private Optional<Set<Long>> offered(InvitationFilter filter, CustomerId customer) {
        GroupFilter group = GroupFilters.of(filter.group() == null ? "" : filter.group());
        return group instanceof GroupFilter.All ? Optional.empty() : Optional.of(offers.into(customer, group));
    }

    /** A mail that is being handed over is still one of those that wait. */
    private static SqlCondition mail(DeliveryState state) {
        return Deliveries.isIn(
                "invitation",
                state == DeliveryState.QUEUED
                        ? EnumSet.of(DeliveryState.QUEUED, DeliveryState.SENDING)
                        : EnumSet.of(state),
                InvitationQuery.MAIL_ABOUT,
                InvitationQuery.MAIL_NUMBER);
    }
}
