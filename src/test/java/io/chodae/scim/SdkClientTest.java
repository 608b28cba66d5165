package io.chodae.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.exceptions.PreconditionFailedException;
import com.unboundid.scim2.common.exceptions.ResourceConflictException;
import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.ListResponse;
import com.unboundid.scim2.common.messages.SortOrder;
import com.unboundid.scim2.common.types.Email;
import com.unboundid.scim2.common.types.Meta;
import com.unboundid.scim2.common.types.Name;
import com.unboundid.scim2.common.types.UserResource;
import io.chodae.scim.Scims.Org;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Objects;
import org.glassfish.jersey.apache5.connector.Apache5ConnectorProvider;
import org.glassfish.jersey.client.ClientConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A client that is not ours: the UnboundID SCIM 2 SDK against the started server. */
@ScimTest
class SdkClientTest {

    @Autowired
    private Scims scims;

    private Org hotel;
    private Client http;
    private ScimService service;

    @BeforeEach
    void connect() {
        hotel = scims.organisation();
        http = ClientBuilder.newClient(new ClientConfig().connectorProvider(new Apache5ConnectorProvider()))
                .register((ClientRequestFilter) request -> {
                    request.getHeaders().add("Authorization", "Bearer " + hotel.token());
                    request.setUri(UriBuilder.fromUri(request.getUri())
                            .scheme("http")
                            .host("127.0.0.1")
                            .port(hotel.port())
                            .build());
                });
        service = new ScimService(http.target("https://chodae.example/scim/v2"));
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void readsWhatTheServerCanDo() throws ScimException {
        assertThat(service.getServiceProviderConfig().getFilter().getMaxResults())
                .isEqualTo(200);
        assertThat(service.getResourceTypes().getResources()).hasSize(1);
        assertThat(service.getSchema(UserAttribute.SCHEMA).getAttributes())
                .extracting("name")
                .contains("userName", "emails", "active");
    }

    @Test
    void createsFindsChangesAndDeletes() throws ScimException {
        UserResource made = service.create("Users", user("ann"));
        String id = Objects.requireNonNull(made.getId());
        assertThat(made.getMeta())
                .extracting(Meta::getLocation)
                .hasToString("https://chodae.example/scim/v2/Users/" + id);
        assertThat(made.getDisplayName()).contains("Ann");
        assertThatThrownBy(() -> service.create("Users", user("ann"))).isInstanceOf(ResourceConflictException.class);

        UserResource read = service.retrieve("Users", id, UserResource.class);
        assertThat(read.getUserName()).isEqualTo(hotel.at("ann").value());
        assertThat(read.getEmails()).extracting(Email::getValue).containsExactly(read.getUserName());

        read.setName(new Name().setGivenName("Anna").setFamilyName("Lee"));
        read.setDisplayName(null);
        UserResource replaced = service.replaceRequest(read).ifMatch().invoke();
        assertThat(replaced.getName()).extracting(Name::getGivenName).isEqualTo("Anna");
        assertThatThrownBy(() -> service.replaceRequest(made).ifMatch().invoke())
                .isInstanceOf(PreconditionFailedException.class);

        UserResource patched = service.modifyRequest("Users", id)
                .replaceValue("active", false)
                .replaceValue("name.familyName", "Kim")
                .invoke(UserResource.class);
        assertThat(patched.getActive()).isFalse();
        assertThat(patched.getName()).extracting(Name::getFamilyName).isEqualTo("Kim");

        service.delete("Users", id);
        assertThatThrownBy(() -> service.retrieve("Users", id, UserResource.class))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void searchesByAddressAndByBody() throws ScimException {
        for (String name : new String[] {"ann", "bob", "cho"}) {
            service.create("Users", user(name));
        }
        ListResponse<UserResource> found =
                service.search("Users", Filter.sw("userName", "b").toString(), UserResource.class);
        assertThat(found.getResources())
                .extracting(UserResource::getUserName)
                .containsExactly(hotel.at("bob").value());

        ListResponse<UserResource> page = service.searchRequest("Users")
                .filter(Filter.and(
                                Filter.eq("active", true),
                                Filter.or(Filter.sw("userName", "a"), Filter.sw("userName", "c")))
                        .toString())
                .page(2, 1)
                .sort("userName", SortOrder.ASCENDING)
                .attributes("userName")
                .invokePost(UserResource.class);
        assertThat(page.getTotalResults()).isEqualTo(2);
        assertThat(page.getItemsPerPage()).isEqualTo(1);
        assertThat(page.getResources())
                .extracting(UserResource::getUserName)
                .containsExactly(hotel.at("cho").value());
    }

    private UserResource user(String local) {
        return new UserResource()
                .setUserName(hotel.at(local).value())
                .setName(new Name().setGivenName("Ann").setFamilyName("Lee"))
                .setEmails(new Email()
                        .setValue(hotel.at(local).value())
                        .setType("work")
                        .setPrimary(true));
    }
}
