package io.chodae.console;

import io.chodae.bizkit.PrivatePlay;
import io.chodae.bizkit.PrivatePlays;
import io.chodae.bizkit.UserGroup;
import io.chodae.bizkit.UserGroups;
import io.chodae.campaign.Draft;
import io.chodae.campaign.DraftContent;
import io.chodae.campaign.DraftField;
import io.chodae.campaign.FormEdit.Choice;
import io.chodae.campaign.SaveResult;
import io.chodae.campaign.TargetChoice;
import io.chodae.console.ClashView.Line;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words what is to be decided between two operators, so that both can be read and compared. */
@Component
class ShowClash {

    private final UserGroups groups;
    private final PrivatePlays plays;
    private final TypedRows typedRows;
    private final MessageSource messages;

    ShowClash(UserGroups groups, PrivatePlays plays, TypedRows typedRows, MessageSource messages) {
        this.groups = groups;
        this.plays = plays;
        this.typedRows = typedRows;
        this.messages = messages;
    }

    ClashView of(SaveResult.Conflict conflict, InviteFormInput input, Language language) {
        Draft current = conflict.current();
        return new ClashView(
                conflict.by(),
                conflict.fields().stream()
                        .sorted()
                        .map(field -> new Line(
                                field.word(),
                                label(field),
                                field == DraftField.PEOPLE
                                        ? people(input.typed().stream()
                                                .filter(line -> !line.blank())
                                                .map(TypedView::of)
                                                .toList())
                                        : words(field, conflict.mine(), current.customer(), language),
                                field == DraftField.PEOPLE
                                        ? people(typedRows.of(current, language))
                                        : words(field, current.content(), current.customer(), language),
                                input.choices()
                                        .getOrDefault(field, Choice.UNDECIDED)
                                        .name(),
                                field == DraftField.PEOPLE))
                        .toList());
    }

    private String words(DraftField field, DraftContent content, CustomerId customer, Language language) {
        return switch (field) {
            case INVITER -> content.inviterName();
            case EMAIL -> content.contactEmail();
            case PHONE -> content.contactPhone();
            case LANGUAGE -> content.language() == Language.KO ? "한국어" : "English";
            case REASON -> content.reason();
            case GROUP -> group(content, customer, language);
            case NEW_GROUP -> content.newGroupName();
            case NEW_GROUP_INFO -> content.newGroupExtraInfo();
            case PLAYS ->
                plays.list(customer).stream()
                        .filter(play -> content.playIds().contains(play.id()))
                        .map(PrivatePlay::name)
                        .collect(Collectors.joining(", "));
            case PEOPLE -> throw new IllegalArgumentException("people are no field of the content");
        };
    }

    private String group(DraftContent content, CustomerId customer, Language language) {
        Long id = content.groupId();
        if (content.target() == TargetChoice.EXISTING && id != null) {
            return groups.find(customer, id).map(UserGroup::name).orElse("?");
        }
        return messages.getMessage("console.invite.target." + content.target().name(), null, language.locale());
    }

    private static String people(List<TypedView> people) {
        return people.stream().map(TypedView::summary).collect(Collectors.joining("\n"));
    }

    private static String label(DraftField field) {
        return switch (field) {
            case GROUP -> "console.invite.step.group";
            case PLAYS -> "console.invite.step.plays";
            case PEOPLE -> "console.invite.typed";
            default -> "console.invite." + field.word();
        };
    }
}
