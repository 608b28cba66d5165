package io.chodae.console;

import io.chodae.bizkit.Seats;
import io.chodae.campaign.Draft;
import io.chodae.campaign.GiveUpEdits;
import io.chodae.campaign.HandEdits;
import io.chodae.campaign.RosterUpload;
import io.chodae.campaign.RosterUploads;
import io.chodae.campaign.RowFilter;
import io.chodae.roster.RosterReading;
import io.chodae.roster.RosterTexts;
import io.chodae.shared.Language;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page shows of the uploaded file. */
@Component
class InviteFileModel {

    private final RosterUploads uploads;
    private final GiveUpEdits giveUpEdits;
    private final RosterTexts texts;
    private final MessageSource messages;
    private final Seats seats;

    InviteFileModel(
            RosterUploads uploads, GiveUpEdits giveUpEdits, RosterTexts texts, MessageSource messages, Seats seats) {
        this.uploads = uploads;
        this.giveUpEdits = giveUpEdits;
        this.texts = texts;
        this.messages = messages;
        this.seats = seats;
    }

    void file(Model model, Draft draft, Language language, int turn) {
        uploads.latest(draft.customer(), draft.id())
                .ifPresent(upload -> model.addAttribute(
                        "fileView",
                        new FileView(upload, problem(upload, language), lost(draft, upload), Math.max(0, turn))));
    }

    /** The part of the page about the file, and once the reading has ended the parts that it changes. */
    String fragment(Model model, Draft draft, Language language, int turn, InviteFormModel form) {
        file(model, draft, language, turn);
        model.addAttribute("draft", draft);
        model.addAttribute("seats", seats.use(draft.customer()));
        Optional<RosterUpload> upload = uploads.latest(draft.customer(), draft.id());
        if (upload.filter(RosterUpload::busy).isPresent()) {
            return "console/invite-file :: file";
        }
        form.status(model, draft, language);
        form.rows(model, draft, language, RowFilter.ALL, Optional.empty());
        return "console/invite-file :: changed";
    }

    /** The sentence of a message; what is no key is a sentence already. */
    String sentence(String key, Language language) {
        return Objects.requireNonNull(messages.getMessage(key, null, key, language.locale()));
    }

    String sentence(RosterReading.Unreadable problem, Language language) {
        return texts.problem(problem, language);
    }

    private @Nullable HandEdits lost(Draft draft, RosterUpload upload) {
        return upload.state() == RosterUpload.State.ASKING ? giveUpEdits.lost(draft.customer(), draft.id()) : null;
    }

    private @Nullable String problem(RosterUpload upload, Language language) {
        RosterReading.Unreadable unreadable = upload.problem();
        if (unreadable != null) {
            return sentence(unreadable, language);
        }
        return upload.state() == RosterUpload.State.FAILED ? sentence("console.people.file.failed", language) : null;
    }
}
