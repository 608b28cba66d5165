package io.chodae.scim;

import io.chodae.audit.Actor;
import io.chodae.shared.CustomerId;

/** For whom a call is, and what the audit trail calls who called. */
record ScimCaller(CustomerId customer, Actor actor) {}
