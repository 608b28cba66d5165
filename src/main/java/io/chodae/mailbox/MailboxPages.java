package io.chodae.mailbox;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

/** The mailbox page and its API. For this machine alone: whoever reads it could use every link. */
@Controller
@Conditional(OnlyInTheDemo.class)
@RequestMapping("/mailbox")
class MailboxPages {

    private static final int PAGE = 50;
    private static final int MAX_PAGE = 200;

    /** A mail may style itself and open its links in a new tab; it may load and run nothing. */
    private static final String MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'self';"
            + " sandbox allow-popups allow-popups-to-escape-sandbox";

    private final Messages messages;

    MailboxPages(Messages messages) {
        this.messages = messages;
    }

    @ModelAttribute
    void onlyFromThisMachine(HttpServletRequest request) {
        if (!LocalCaller.is(request)) {
            throw gone();
        }
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String to, Model model) {
        model.addAttribute("to", to);
        model.addAttribute("mails", messages.list(0, PAGE, to));
        return "mailbox/list";
    }

    @GetMapping("/{id:[0-9]+}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("mail", messages.find(id).orElseThrow(MailboxPages::gone));
        return "mailbox/mail";
    }

    @GetMapping("/{id:[0-9]+}/html")
    ResponseEntity<String> html(@PathVariable long id) {
        StoredMail mail = messages.find(id).orElseThrow(MailboxPages::gone);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", MAIL_POLICY)
                .body(mail.html().replaceFirst("(?i)<head[^>]*>", "$0<base target=\"_blank\">"));
    }

    @PostMapping("/clear")
    String clear() {
        messages.clear();
        return "redirect:/mailbox";
    }

    /** One page of the API, newest first; {@code total} counts what {@code to} asks for. */
    record Page(int page, int size, int total, List<StoredMail> messages) {}

    @GetMapping("/api/messages")
    @ResponseBody
    Page api(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(defaultValue = "") String to) {
        int limit = Math.clamp(size, 1, MAX_PAGE);
        return new Page(Math.max(page, 0), limit, messages.count(to), messages.list(Math.max(page, 0), limit, to));
    }

    @GetMapping("/api/messages/{id:[0-9]+}.eml")
    ResponseEntity<byte[]> raw(@PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .header("Content-Disposition", "attachment; filename=\"" + id + ".eml\"")
                .body(messages.raw(id).orElseThrow(MailboxPages::gone));
    }

    @DeleteMapping("/api/messages")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteAll() {
        messages.clear();
    }

    @GetMapping("/api/messages/{id:[0-9]+}")
    @ResponseBody
    StoredMail one(@PathVariable long id) {
        return messages.find(id).orElseThrow(MailboxPages::gone);
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
