package io.chodae.console;

import io.chodae.bizkit.ExportPeople;
import io.chodae.shared.Language;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The people whom a filter finds, as a file. */
@Controller
class ExportPeoplePage {

    private final ExportPeople export;

    ExportPeoplePage(ExportPeople export) {
        this.export = export;
    }

    @GetMapping("/console/people/export.{format:xlsx|csv}")
    void download(
            @CurrentOperator Operating who,
            @PathVariable String format,
            PeopleQuery query,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        if (!GroupFilters.reads(query.inGroup())) {
            throw new UnreadableFilter();
        }
        export.begin(who.customer(), query.filter(), format, who.actor());
        TableDownload.send(
                response,
                "chodae-people",
                format,
                table -> export.write(who.customer(), query.filter(), query.order(), Language.of(locale), table));
    }
}
