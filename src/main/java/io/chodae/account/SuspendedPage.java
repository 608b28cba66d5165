package io.chodae.account;

import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.web.SuspendedBy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a person reads whose account is suspended by the organisation that manages it. */
@Controller
class SuspendedPage {

    private final Customers customers;

    SuspendedPage(Customers customers) {
        this.customers = customers;
    }

    @GetMapping(SuspendedBy.PAGE)
    ModelAndView show(HttpServletRequest request) {
        Optional<String> organisation =
                SuspendedBy.of(request).flatMap(customers::find).map(Customer::name);
        return organisation
                .map(name ->
                        new ModelAndView("account/suspended", HttpStatus.FORBIDDEN).addObject("organisation", name))
                .orElseGet(() -> new ModelAndView("redirect:/sign-in"));
    }
}
