package io.chodae.mailbox;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** The demo is on, and no relay is set that would carry its mails elsewhere. */
class OnlyInTheDemo implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment settings = context.getEnvironment();
        return settings.getProperty("chodae.demo", Boolean.class, true)
                && !StringUtils.hasText(settings.getProperty("spring.mail.host"));
    }
}
