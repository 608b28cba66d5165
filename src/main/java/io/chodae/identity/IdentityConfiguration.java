package io.chodae.identity;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets this room's house-keeping run by itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class IdentityConfiguration {}
