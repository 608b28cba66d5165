package io.chodae.console;

import io.chodae.audit.AuditEntry;
import io.chodae.bizkit.UserGroups;
import io.chodae.campaign.Campaigns;
import io.chodae.campaign.Drafts;
import io.chodae.shared.CustomerId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds the pages of what lines are about. A thing that is gone by now has none. */
@Component
class AuditSubjects {

    private final Drafts drafts;
    private final Campaigns campaigns;
    private final UserGroups groups;

    AuditSubjects(Drafts drafts, Campaigns campaigns, UserGroups groups) {
        this.drafts = drafts;
        this.campaigns = campaigns;
        this.groups = groups;
    }

    /** The page of each line's subject by the line's id; each thing is looked for once. */
    Map<Long, String> pages(CustomerId customer, List<AuditEntry> entries) {
        Map<String, Optional<String>> known = new HashMap<>();
        Map<Long, String> pages = new HashMap<>();
        for (AuditEntry entry : entries) {
            known.computeIfAbsent(
                            entry.subjectType() + " " + entry.subjectId() + " "
                                    + entry.details().getOrDefault("email", ""),
                            key -> page(customer, entry))
                    .ifPresent(page -> pages.put(entry.id(), page));
        }
        return pages;
    }

    private Optional<String> page(CustomerId customer, AuditEntry entry) {
        OptionalLong id = id(entry.subjectId());
        return switch (entry.subjectType()) {
            case "service", "customer" -> Optional.of("/console/service");
            case "operator", "operator-invitation" -> Optional.of("/console/settings/operators");
            case "directory_token" -> Optional.of("/console/settings/scim");
            case "offer" ->
                id.isPresent() ? found("/console/invitations", "offer", entry.subjectId()) : Optional.empty();
            case "invitation" -> named("/console/invitations", entry);
            case "user" -> named("/console/people", entry);
            case "user_invitation" -> named("/console/accounts", entry);
            case "pending_user" -> Optional.of("/console/accounts/policy?all=true");
            case "play" -> id.isPresent() ? Optional.of("/console/plays/" + id.getAsLong()) : Optional.empty();
            case "group" ->
                id.isPresent() && groups.find(customer, id.getAsLong()).isPresent()
                        ? Optional.of("/console/groups/" + id.getAsLong())
                        : Optional.empty();
            case "campaign" ->
                id.isPresent() && campaigns.find(customer, id.getAsLong()).isPresent()
                        ? Optional.of("/console/campaigns/" + id.getAsLong())
                        : Optional.empty();
            case "draft" -> id.isPresent() ? draft(customer, id.getAsLong()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A form that was sent is shown as its sending. */
    private Optional<String> draft(CustomerId customer, long draftId) {
        return drafts.find(customer, draftId)
                .map(draft -> "/console/invite/" + draftId)
                .or(() -> campaigns.ofDraft(customer, draftId).map(campaign -> "/console/campaigns/" + campaign.id()));
    }

    private static Optional<String> named(String path, AuditEntry entry) {
        String email = entry.details().getOrDefault("email", "");
        return email.isEmpty() ? Optional.empty() : found(path, "q", email);
    }

    private static Optional<String> found(String path, String name, String value) {
        return Optional.of(UriComponentsBuilder.fromPath(path)
                .queryParam(name, "{value}")
                .encode()
                .buildAndExpand(value)
                .toUriString());
    }

    private static OptionalLong id(String text) {
        return text.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
