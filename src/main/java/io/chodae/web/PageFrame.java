package io.chodae.web;

import io.chodae.identity.MemberPrincipal;
import io.chodae.identity.Membership;
import io.chodae.identity.Operators;
import io.chodae.shared.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives every page what its frame shows: who is signed in, for which publisher, and how dates are written. */
@Component
class PageFrame implements WebMvcConfigurer, HandlerInterceptor {

    private final ChosenCustomer customers;
    private final Operators operators;
    private final Dates dates;

    PageFrame(ChosenCustomer customers, Operators operators, Dates dates) {
        this.customers = customers;
        this.operators = operators;
        this.dates = dates;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/assets/**", "/icons/**", "/actuator/**");
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            jakarta.servlet.http.HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView page) {
        if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
            return;
        }
        Optional<MemberPrincipal> member = SecurityMember.current();
        page.addObject("signedIn", member.isPresent());
        page.addObject("here", Languages.queryBefore(request.getQueryString()));
        page.addObject("dates", dates.in(language(request)));
        if (member.isPresent() && request.getRequestURI().startsWith("/console")) {
            List<Membership> memberships = operators.membershipsOf(member.get().accountId());
            page.addObject("memberships", memberships);
            customers.of(request, member.get().accountId()).ifPresent(membership -> {
                page.addObject("publisherName", membership.customerName());
                page.addObject("mayWrite", membership.role().mayWrite());
                page.addObject("mayManage", membership.role().mayManage());
            });
        }
    }

    private static Language language(HttpServletRequest request) {
        Locale locale = org.springframework.web.servlet.support.RequestContextUtils.getLocale(request);
        return Language.of(locale);
    }
}
