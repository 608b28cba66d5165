package io.chodae.web;

import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.identity.MemberPrincipal;
import io.chodae.identity.Membership;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers the person and the customer they act for. */
@Component
class SecurityArguments implements WebMvcConfigurer {

    private final Accounts accounts;
    private final ChosenCustomer customers;

    SecurityArguments(Accounts accounts, ChosenCustomer customers) {
        this.accounts = accounts;
        this.customers = customers;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new MemberArgument());
        resolvers.add(new OperatorArgument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new SecurityRoles(customers)).addPathPatterns("/console", "/console/**");
    }

    private final class MemberArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.hasParameterAnnotation(CurrentMember.class);
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            Class<?> wanted = parameter.nestedIfOptional().getNestedParameterType();
            Optional<MemberPrincipal> principal = SecurityMember.current();
            Optional<?> member = wanted.equals(MemberPrincipal.class)
                    ? principal
                    : principal.flatMap(p -> accounts.find(p.accountId())).filter(account -> !account.disabled());
            if (!wanted.equals(MemberPrincipal.class) && !wanted.equals(Account.class)) {
                throw new IllegalArgumentException("@CurrentMember is an Account or a MemberPrincipal: " + parameter);
            }
            if (parameter.getParameterType().equals(Optional.class)) {
                return member;
            }
            if (member.isEmpty() && !parameter.isOptional()) {
                throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
            }
            return member.orElse(null);
        }
    }

    private final class OperatorArgument implements HandlerMethodArgumentResolver {

        private static final Set<Class<?>> WANTED = Set.of(Membership.class, Operating.class);

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.hasParameterAnnotation(CurrentOperator.class)
                    && WANTED.contains(parameter.getParameterType());
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            MemberPrincipal member = SecurityMember.current()
                    .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
            HttpServletRequest servletRequest =
                    Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
            Membership operator = customers
                    .of(servletRequest, member.accountId())
                    .orElseThrow(() -> new AccessDeniedException("works for no customer"));
            return parameter.getParameterType().equals(Operating.class) ? Operating.of(operator, member) : operator;
        }
    }
}
