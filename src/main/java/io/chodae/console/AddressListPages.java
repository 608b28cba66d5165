package io.chodae.console;

import io.chodae.bizkit.AddressLists;
import io.chodae.bizkit.ExportMissing;
import io.chodae.bizkit.PeopleAct;
import io.chodae.bizkit.TakeAddressList;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
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
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** People by a file of their addresses: who of them is found, and the acts on those. */
@Controller
@RequestMapping("/console/people/lists")
class AddressListPages {

    private final TakeAddressList take;
    private final AddressLists lists;
    private final ExportMissing export;
    private final RosterTexts texts;
    private final MessageSource messages;

    AddressListPages(
            TakeAddressList take, AddressLists lists, ExportMissing export, RosterTexts texts, MessageSource messages) {
        this.take = take;
        this.lists = lists;
        this.export = export;
        this.texts = texts;
        this.messages = messages;
    }

    @GetMapping
    @RequiresRole(Role.OPERATOR)
    String blank() {
        return "console/people-lists";
    }

    @PostMapping
    @RequiresRole(Role.OPERATOR)
    String upload(
            @CurrentOperator Operating who,
            @RequestParam MultipartFile file,
            Locale locale,
            Model model,
            HttpServletResponse response)
            throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        if (file.isEmpty()) {
            return refused(
                    messages.getMessage(
                            name.isEmpty() ? "console.invite.file.none" : "console.people.file.empty", null, locale),
                    model,
                    response);
        }
        Path copy = Files.createTempFile("people-", ".upload");
        try {
            file.transferTo(copy);
            return switch (take.take(who.customer(), name, copy, who.actor())) {
                case TakeAddressList.Result.Taken taken -> "redirect:/console/people/lists/" + taken.listId();
                case TakeAddressList.Result.Unreadable unreadable ->
                    refused(texts.problem(unreadable.reason(), Language.of(locale)), model, response);
            };
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    @GetMapping("/{listId}")
    String show(@CurrentOperator Membership operator, @PathVariable long listId, Model model) {
        model.addAttribute("list", lists.find(operator.customer(), listId).orElseThrow(NotFound::new));
        model.addAttribute("acts", PeopleAct.Kind.values());
        return "console/people-list";
    }

    @GetMapping("/{listId}/missing.{format:xlsx|csv}")
    void missing(
            @CurrentOperator Operating who,
            @PathVariable long listId,
            @PathVariable String format,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        if (!export.begin(who.customer(), listId, format, who.actor())) {
            throw new NotFound();
        }
        TableDownload.send(
                response,
                "chodae-not-found-" + listId,
                format,
                table -> export.write(who.customer(), listId, Language.of(locale), table));
    }

    private static String refused(String fault, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("fault", fault);
        return "console/people-lists";
    }
}
