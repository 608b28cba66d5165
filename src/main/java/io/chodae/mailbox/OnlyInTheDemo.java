package io.chodae.mailbox;

import org.springframework.boot.autoconfigure.condition.AllNestedConditions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.ConfigurationCondition;

/** The demo is on, and no relay is set that would carry its mails elsewhere. */
class OnlyInTheDemo extends AllNestedConditions {

    OnlyInTheDemo() {
        super(ConfigurationCondition.ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnProperty(name = "chodae.demo", havingValue = "true", matchIfMissing = true)
    static class Demo {}

    @ConditionalOnProperty(name = "spring.mail.host", havingValue = "false", matchIfMissing = true)
    static class NoRelay {}
}
