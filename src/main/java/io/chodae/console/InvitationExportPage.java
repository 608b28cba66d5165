package io.chodae.console;

import io.chodae.campaign.ExportInvitations;
import io.chodae.invitation.InvitationQuery;
import io.chodae.shared.Language;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the list shows as a file. */
@Controller
class InvitationExportPage {

    private final ExportInvitations export;
    private final InvitationQueries queries;

    InvitationExportPage(ExportInvitations export, InvitationQueries queries) {
        this.export = export;
        this.queries = queries;
    }

    @GetMapping("/console/invitations/report.{format:xlsx|csv}")
    void download(
            @CurrentOperator Operating who,
            @PathVariable String format,
            InvitationFilter filter,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        if (!filter.readable()) {
            throw new UnreadableFilter();
        }
        InvitationQuery query = queries.of(filter.after(null), who.customer(), 1);
        export.begin(who.customer(), format, filter.after(null).fields().toString(), who.actor());
        TableDownload.send(
                response,
                "chodae-invitations",
                format,
                table -> export.write(who.customer(), query, Language.of(locale), table));
    }
}
