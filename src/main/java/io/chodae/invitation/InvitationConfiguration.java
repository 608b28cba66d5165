package io.chodae.invitation;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InvitationConfiguration {

    /** The numbers were looked at when the server started. */
    @Bean
    InvitationLimits invitationLimits(
            @Value("${chodae.limits.recipient-per-day:5}") int perRecipient,
            @Value("${chodae.limits.recipient-per-day-overall:20}") int perRecipientOverall,
            @Value("${chodae.limits.presses-per-minute:30}") int pressesPerMinute,
            @Value("${chodae.limits.presses-per-hour:300}") int pressesPerHour) {
        return new InvitationLimits(perRecipient, perRecipientOverall, pressesPerMinute, pressesPerHour);
    }
}
