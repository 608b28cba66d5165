package io.chodae.web;

import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** The external providers that people may sign in with, for the buttons on the sign-in page. */
@Component
public class SignInProviders {

    private final ObjectProvider<ClientRegistrationRepository> registrations;

    SignInProviders(ObjectProvider<ClientRegistrationRepository> registrations) {
        this.registrations = registrations;
    }

    /**
     * @param name as configured, for "sign in with …"
     * @param path where the button leads, by GET
     */
    public record SignInProvider(String name, String path) {}

    /** In the order of the settings; empty where none is set. */
    public List<SignInProvider> list() {
        return registrations.getIfAvailable() instanceof Iterable<?> all
                ? StreamSupport.stream(all.spliterator(), false)
                        .filter(ClientRegistration.class::isInstance)
                        .map(ClientRegistration.class::cast)
                        .map(one -> new SignInProvider(
                                one.getClientName(), "/oauth2/authorization/" + one.getRegistrationId()))
                        .toList()
                : List.of();
    }
}
