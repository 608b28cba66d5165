package io.chodae.acceptance;

import io.chodae.bizkit.MyService;
import io.chodae.bizkit.MyServices;
import io.chodae.bizkit.PrivatePlay;
import io.chodae.directory.Account;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everything a member belongs to, grouped by publisher, and the way out of each. */
@Controller
@RequestMapping("/me")
class MyServicesPage {

    private final CurrentAccount currentAccount;
    private final MyServices myServices;
    private final Customers customers;

    MyServicesPage(CurrentAccount currentAccount, MyServices myServices, Customers customers) {
        this.currentAccount = currentAccount;
        this.myServices = myServices;
        this.customers = customers;
    }

    /** One service with the addresses of its icon and of its Plays' icons. */
    record Line(MyService service, @Nullable String icon, List<PlayLine> plays) {}

    record PlayLine(
            long id,
            String name,
            String description,
            String link,
            @Nullable String icon) {}

    @GetMapping
    ModelAndView list() {
        return new ModelAndView("acceptance/my-services")
                .addObject(
                        "services",
                        myServices.of(account().id()).stream()
                                .map(MyServicesPage::line)
                                .toList());
    }

    /** Says what leaving means before it happens. */
    @GetMapping("/services/{publisherId}/withdraw")
    ModelAndView ask(@PathVariable String publisherId) {
        return new ModelAndView("acceptance/withdraw").addObject("line", line(mine(publisherId)));
    }

    @PostMapping("/services/{publisherId}/withdraw")
    String withdraw(@PathVariable String publisherId, RedirectAttributes redirect) {
        MyService service = mine(publisherId);
        if (myServices.withdrawFromService(account().id(), service.customer(), service.userId())) {
            redirect.addFlashAttribute("left", service.serviceName());
        }
        return "redirect:/me";
    }

    @PostMapping("/services/{publisherId}/plays/{playId}/withdraw")
    String withdrawFromPlay(@PathVariable String publisherId, @PathVariable long playId, RedirectAttributes redirect) {
        MyService service = mine(publisherId);
        Optional<PrivatePlay> play =
                service.plays().stream().filter(one -> one.id() == playId).findFirst();
        if (play.isPresent()
                && myServices.withdrawFromPlay(account().id(), service.customer(), service.userId(), playId)) {
            redirect.addFlashAttribute("leftPlay", play.get().name());
        }
        return "redirect:/me";
    }

    private MyService mine(String publisherId) {
        Optional<CustomerId> customer = customers.findByExternalId(publisherId).map(Customer::id);
        return myServices.of(account().id()).stream()
                .filter(service -> customer.isPresent() && service.customer().equals(customer.get()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Account account() {
        Account account = currentAccount.get();
        if (account == null) {
            throw new AccessDeniedException("members only");
        }
        return account;
    }

    private static Line line(MyService service) {
        return new Line(
                service,
                service.iconEtag() == null ? null : Icons.service(service.publisherId(), service.iconEtag()),
                service.plays().stream()
                        .map(play -> new PlayLine(
                                play.id(),
                                play.name(),
                                play.description(),
                                play.link(),
                                play.hasIcon() ? Icons.play(service.publisherId(), play.id()) : null))
                        .toList());
    }
}
