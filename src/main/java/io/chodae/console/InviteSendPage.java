package io.chodae.console;

import io.chodae.campaign.SaveResult;
import io.chodae.campaign.SendDraft;
import io.chodae.campaign.SendDraftResult;
import io.chodae.identity.Role;
import io.chodae.shared.Language;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The one press of "send". The form comes along, so that nothing typed is lost: where it holds anything new, that is
 * saved and nothing is sent. A second press, a reload or the Back button leads to the same campaign.
 */
@Controller
class InviteSendPage {

    private final SendDraft sendDraft;
    private final SaveInviteForm saveInviteForm;
    private final SendAnswers answers;

    InviteSendPage(SendDraft sendDraft, SaveInviteForm saveInviteForm, SendAnswers answers) {
        this.sendDraft = sendDraft;
        this.saveInviteForm = saveInviteForm;
        this.answers = answers;
    }

    @PostMapping("/console/invite/{draftId}/send")
    @RequiresRole(Role.OPERATOR)
    String send(
            @CurrentOperator Operating who,
            @PathVariable long draftId,
            @RequestParam int version,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @RequestParam MultiValueMap<String, String> fields,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        InviteFormInput input = InviteFormInput.of(fields);
        if (input.withForm()) {
            SaveResult saved = saveInviteForm.save(who, draftId, input);
            if (!(saved instanceof SaveResult.Saved)) {
                return saveInviteForm.answer(who, draftId, saved, input, "", Language.of(locale), model);
            }
        }
        SendDraftResult result = confirmed
                ? sendDraft.sendConfirmed(who.customer(), draftId, version, who.actor())
                : sendDraft.send(who.customer(), draftId, version, who.actor());
        return answers.answer(result, draftId, version, "", model, response, redirect);
    }
}
