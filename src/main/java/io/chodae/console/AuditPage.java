package io.chodae.console;

import io.chodae.audit.AuditEntry;
import io.chodae.audit.AuditLog;
import io.chodae.audit.AuditQuery;
import io.chodae.audit.ExportAuditLog;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.roster.TableWriter;
import io.chodae.shared.Language;
import io.chodae.shared.Slice;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Dates;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Who did what to whom, from where and when. It tells of colleagues and of invited people, so it is for those who work
 * with them: a viewer does not read it.
 */
@Controller
@RequiresRole(Role.OPERATOR)
class AuditPage {

    private static final int PAGE = 50;

    private final AuditLog log;
    private final ExportAuditLog export;
    private final AuditWords words;
    private final AuditSubjects subjects;
    private final Dates dates;
    private final MessageSource messages;

    AuditPage(
            AuditLog log,
            ExportAuditLog export,
            AuditWords words,
            AuditSubjects subjects,
            Dates dates,
            MessageSource messages) {
        this.log = log;
        this.export = export;
        this.words = words;
        this.subjects = subjects;
        this.dates = dates;
        this.messages = messages;
    }

    /** An action with its words, for the filter. */
    record Choice(String action, String words) {}

    @GetMapping(AuditFilter.PATH)
    String show(
            @CurrentOperator Membership operator,
            AuditFilter filter,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        List<String> faults = filter.faults();
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        Slice<AuditEntry> slice = faults.isEmpty()
                ? log.search(operator.customer(), query(filter), Optional.ofNullable(filter.after()), PAGE)
                : new Slice<>(List.of(), Optional.empty());
        model.addAttribute("filter", filter);
        model.addAttribute("faults", faults);
        model.addAttribute("slice", slice);
        model.addAttribute("words", words);
        model.addAttribute("locale", locale);
        model.addAttribute("pages", subjects.pages(operator.customer(), slice.items()));
        model.addAttribute(
                "choices",
                log.actions(operator.customer()).stream()
                        .map(action -> new Choice(action, words.action(action, locale)))
                        .toList());
        return "console/audit";
    }

    /** Of days that are none the page says so in place of a file, which would hold everything. */
    @GetMapping(AuditFilter.PATH + ".{format:xlsx|csv}")
    @Nullable
    String download(
            @CurrentOperator Operating who,
            AuditFilter filter,
            @PathVariable String format,
            Locale locale,
            Model model,
            HttpServletResponse response)
            throws IOException {
        if (!filter.faults().isEmpty()) {
            return show(who.membership(), filter, locale, model, response);
        }
        AuditQuery query = query(filter);
        export.begin(who.customer(), query, format, who.actor());
        TableDownload.send(response, "chodae-audit", format, table -> write(who, query, locale, table));
        return null;
    }

    private void write(Operating who, AuditQuery query, Locale locale, TableWriter table) throws IOException {
        Dates.In times = dates.in(Language.of(locale));
        table.row(Stream.of("when", "who", "what", "whom", "more", "from", "action")
                .map(column -> messages.getMessage("audit.column." + column, new Object[] {times.zoneName()}, locale))
                .toList());
        export.each(
                who.customer(),
                query,
                entry -> table.row(List.of(
                        times.second(entry.at()),
                        words.actor(entry, locale),
                        words.action(entry.action(), locale),
                        words.subject(entry, locale),
                        words.details(entry, locale),
                        entry.remoteAddr() == null ? "" : entry.remoteAddr(),
                        entry.action())));
    }

    private AuditQuery query(AuditFilter filter) {
        return filter.query(dates.zone());
    }
}
