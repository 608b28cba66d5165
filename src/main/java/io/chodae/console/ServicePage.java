package io.chodae.console;

import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.DescribeBizService;
import io.chodae.bizkit.DescribeResult;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import io.chodae.web.CurrentOperator;
import io.chodae.web.Operating;
import io.chodae.web.RequiresRole;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Basic information: the edition and its limits to read, the Biz Service to describe. */
@Controller
@RequestMapping("/console/service")
class ServicePage {

    private final BizKits bizKits;
    private final Customers customers;
    private final DescribeBizService describeBizService;
    private final ConsoleFaults faults;

    ServicePage(BizKits bizKits, Customers customers, DescribeBizService describeBizService, ConsoleFaults faults) {
        this.bizKits = bizKits;
        this.customers = customers;
        this.describeBizService = describeBizService;
        this.faults = faults;
    }

    /** What the fields hold: as saved, or as typed where saving was refused. */
    record Fields(String name, String description, boolean requireOwnAddress) {}

    @GetMapping
    String show(@CurrentOperator Membership operator, Model model) {
        var kit = bizKits.get(operator.customer());
        return page(
                operator,
                new Fields(orEmpty(kit.serviceName()), orEmpty(kit.serviceDescription()), kit.requireOwnAddress()),
                Map.of(),
                model);
    }

    @PostMapping
    @RequiresRole(Role.OPERATOR)
    String save(
            @CurrentOperator Operating who,
            @RequestParam String name,
            @RequestParam String description,
            @RequestParam(defaultValue = "false") boolean requireOwnAddress,
            @RequestParam @Nullable MultipartFile icon,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        byte[] bytes = icon == null || icon.isEmpty() ? null : icon.getBytes();
        return switch (describeBizService.describe(
                who.customer(), name, description, bytes, requireOwnAddress, who.actor())) {
            case DescribeResult.Saved saved -> {
                Flash.success(redirect, "console.service.saved");
                yield "redirect:/console/service";
            }
            case DescribeResult.Faults refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(
                        who.membership(),
                        new Fields(name, description, requireOwnAddress),
                        faults.byField(refused.faults()),
                        model);
            }
        };
    }

    private String page(Membership operator, Fields fields, Map<String, String> errors, Model model) {
        var kit = bizKits.get(operator.customer());
        model.addAttribute("kit", kit);
        model.addAttribute("fields", fields);
        model.addAttribute("errors", new LinkedHashMap<>(errors));
        model.addAttribute(
                "publisherId",
                customers.find(operator.customer()).map(Customer::externalId).orElseThrow(NotFound::new));
        return "console/service";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
