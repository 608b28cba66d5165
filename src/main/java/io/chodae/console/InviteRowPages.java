package io.chodae.console;

import io.chodae.campaign.ChooseAgain;
import io.chodae.campaign.CorrectRow;
import io.chodae.campaign.CorrectRowResult;
import io.chodae.campaign.DraftRow;
import io.chodae.campaign.LeaveOutRows;
import io.chodae.campaign.RowsChange;
import io.chodae.campaign.TypedRow;
import io.chodae.identity.Role;
import io.chodae.shared.Language;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with one row. A script puts the answer in the row's place; without one the page comes anew. */
@Controller
@RequestMapping("/console/invite/{draftId}/people/{rowNo}")
class InviteRowPages {

    private static final String CHANGED = "console/invite-rows :: changed";

    private final CorrectRow correctRow;
    private final LeaveOutRows leaveOutRows;
    private final ChooseAgain chooseAgain;
    private final InviteRowsModel rows;

    InviteRowPages(CorrectRow correctRow, LeaveOutRows leaveOutRows, ChooseAgain chooseAgain, InviteRowsModel rows) {
        this.correctRow = correctRow;
        this.leaveOutRows = leaveOutRows;
        this.chooseAgain = chooseAgain;
        this.rows = rows;
    }

    @PostMapping
    @RequiresRole(Role.OPERATOR)
    @Nullable
    String correct(
            @CurrentOperator Operating who,
            @PathVariable long draftId,
            @PathVariable int rowNo,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            RowsView view,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Language language = Language.of(locale);
        TypedRow values = new TypedRow(
                text(fields, "name"),
                text(fields, "email"),
                text(fields, "phone"),
                text(fields, "extraInfo"),
                text(fields, "language").isEmpty() ? null : Language.ofTag(text(fields, "language")));
        return switch (correctRow.correct(who.customer(), draftId, rowNo, text(fields, "mark"), values, who.actor())) {
            case CorrectRowResult.Saved saved -> {
                rows.changed(model, saved.draft(), view, saved.row(), saved.others(), language);
                int shown = saved.row().shownRow();
                if (saved.row().faults().isEmpty()) {
                    Flash.success(redirect, "console.rows.flash.saved", shown);
                } else {
                    Flash.warning(redirect, "console.rows.flash.stillFaulty", shown);
                }
                yield answer(script, view, draftId, rowNo);
            }
            case CorrectRowResult.Changed changed -> {
                rows.changed(model, changed.draft(), view, changed.row(), List.of(), language);
                model.addAttribute("elsewhere", true);
                Flash.warning(
                        redirect, "console.rows.flash.changed", changed.row().shownRow());
                yield answer(script, view, draftId, rowNo);
            }
            case CorrectRowResult.AlreadySent sent -> sent(script, sent.campaignId(), response);
            case CorrectRowResult.Gone gone -> throw new NotFound();
        };
    }

    @PostMapping("/{change:leave-out|put-back}")
    @RequiresRole(Role.OPERATOR)
    @Nullable
    String leaveOut(
            @CurrentOperator Operating who,
            @PathVariable long draftId,
            @PathVariable int rowNo,
            @PathVariable String change,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            RowsView view,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        boolean out = change.equals("leave-out");
        RowsChange result = out
                ? leaveOutRows.leaveOut(who.customer(), draftId, rowNo, who.actor())
                : leaveOutRows.putBack(who.customer(), draftId, rowNo, who.actor());
        return switch (result) {
            case RowsChange.Done done -> {
                DraftRow row = one(done.shown(), rowNo);
                rows.changed(model, done.draft(), view, row, others(done.shown(), rowNo), Language.of(locale));
                Flash.success(redirect, "console.rows.flash." + (out ? "leftOut" : "back"), row.shownRow());
                yield answer(script, view, draftId, rowNo);
            }
            case RowsChange.AlreadySent sent -> sent(script, sent.campaignId(), response);
            case RowsChange.Gone gone -> throw new NotFound();
        };
    }

    @PostMapping("/again")
    @RequiresRole(Role.OPERATOR)
    String again(
            @CurrentOperator Operating who,
            @PathVariable long draftId,
            @PathVariable int rowNo,
            @RequestParam boolean again,
            RowsView view,
            RedirectAttributes redirect) {
        return switch (chooseAgain.forRow(who.customer(), draftId, rowNo, again, who.actor())) {
            case RowsChange.Done done -> {
                String key = again ? "console.rows.flash.againOne" : "console.rows.flash.skipOne";
                Flash.success(redirect, key, one(done.shown(), rowNo).email());
                yield view.redirect(draftId, "#row-" + rowNo);
            }
            case RowsChange.AlreadySent sent -> "redirect:/console/campaigns/" + sent.campaignId();
            case RowsChange.Gone gone -> throw new NotFound();
        };
    }

    private static String answer(@Nullable String script, RowsView view, long draftId, int rowNo) {
        return script == null ? view.redirect(draftId, "#row-" + rowNo) : CHANGED;
    }

    /** A script must leave the page: it would put the other page into the row's place. */
    private static @Nullable String sent(@Nullable String script, long campaignId, HttpServletResponse response) {
        String campaign = "/console/campaigns/" + campaignId;
        if (script == null) {
            return "redirect:" + campaign;
        }
        response.setHeader("HX-Redirect", campaign);
        return null;
    }

    private static DraftRow one(List<DraftRow> rows, int rowNo) {
        return rows.stream().filter(row -> row.rowNo() == rowNo).findFirst().orElseThrow(NotFound::new);
    }

    private static List<DraftRow> others(List<DraftRow> rows, int rowNo) {
        return rows.stream().filter(row -> row.rowNo() != rowNo).toList();
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
    }
}
