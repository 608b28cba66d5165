package io.chodae.console;

import io.chodae.capture.ExportUnmanaged;
import io.chodae.capture.StartTransferJob;
import io.chodae.capture.TransferPeople;
import io.chodae.identity.Role;
import io.chodae.roster.ReadCells;
import io.chodae.roster.RosterLimits;
import io.chodae.roster.RosterReading;
import io.chodae.roster.RosterTexts;
import io.chodae.shared.Language;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The list as a file, and the acts that the same file asks for. */
@Controller
class AccountsFilePage {

    private final ReadCells read;
    private final StartTransferJob start;
    private final ExportUnmanaged export;
    private final RosterTexts texts;
    private final MessageSource messages;

    AccountsFilePage(
            ReadCells read, StartTransferJob start, ExportUnmanaged export, RosterTexts texts, MessageSource messages) {
        this.read = read;
        this.start = start;
        this.export = export;
        this.texts = texts;
        this.messages = messages;
    }

    @GetMapping("/console/accounts/export.csv")
    void download(@CurrentOperator Operating who, AccountsFilter filter, HttpServletResponse response)
            throws IOException {
        export.begin(who.customer(), who.actor());
        TableDownload.send(response, "chodae-unmanaged-accounts", "csv", table -> {
            table.row(AccountsFile.TITLES);
            export.write(who.customer(), filter.states(), filter.beginning(), one -> table.row(AccountsFile.row(one)));
        });
    }

    @GetMapping("/console/accounts/upload")
    @RequiresRole(Role.OPERATOR)
    String blank(Model model) {
        model.addAttribute("press", UUID.randomUUID());
        return "console/accounts-file";
    }

    @PostMapping("/console/accounts/upload")
    @RequiresRole(Role.OPERATOR)
    String upload(
            @CurrentOperator Operating who,
            @RequestParam MultipartFile file,
            @RequestParam Optional<UUID> press,
            Locale locale,
            Model model,
            HttpServletResponse response)
            throws IOException {
        AccountsFile rows = new AccountsFile();
        String fault = fault(file, rows, locale);
        if (fault == null && rows.faults().isEmpty()) {
            OptionalLong job = start.start(
                    who.customer(),
                    press.orElseGet(UUID::randomUUID),
                    new TransferPeople.Uploaded(rows.lines()),
                    who.actor());
            if (job.isPresent()) {
                return "redirect:/console/accounts/jobs/" + job.getAsLong();
            }
            fault = messages.getMessage("accounts.file.nothing", null, locale);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("press", UUID.randomUUID());
        model.addAttribute("fault", fault);
        model.addAttribute("faults", rows.faults());
        return "console/accounts-file";
    }

    /** Why nothing of the file can be read; null where it can. */
    private @Nullable String fault(MultipartFile file, AccountsFile rows, Locale locale) throws IOException {
        if (file.isEmpty()) {
            return messages.getMessage("accounts.file.empty", null, locale);
        }
        Path copy = Files.createTempFile("accounts-", ".upload");
        try {
            file.transferTo(copy);
            Optional<RosterReading.Unreadable> unreadable = read.read(copy, RosterLimits.STANDARD, rows::read);
            if (unreadable.isPresent()) {
                return texts.problem(unreadable.get(), Language.of(locale));
            }
            return rows.known() ? null : messages.getMessage("accounts.file.noColumns", null, locale);
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
