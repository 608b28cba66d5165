package io.chodae.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.identity.TestServiceAccounts.Organisation;
import io.chodae.testing.ChodaeTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A button that is pressed twice, or on two nodes at once, makes one thing. */
@ChodaeTest
@Import(TestServiceAccounts.class)
class PressedTwiceTest {

    @Autowired
    private TestServiceAccounts programs;

    @Autowired
    private CreateServiceAccount create;

    @Autowired
    private ServiceAccountKeys keys;

    @Autowired
    private ServiceAccounts accounts;

    @Autowired
    private RegisterProgram register;

    @Autowired
    private Programs registered;

    private Organisation organisation;

    @BeforeEach
    void organisation() {
        organisation = programs.organisation();
    }

    @Test
    void oneKey() throws Exception {
        long id =
                programs.serviceAccount(organisation, ApiScopes.DIRECTORY_USER).id();
        assertThat(twice(() -> keys.add(organisation.id(), id, 1, organisation.actor())))
                .hasAtLeastOneElementOfType(ServiceAccountKeys.Result.Made.class)
                .hasAtLeastOneElementOfType(ServiceAccountKeys.Result.Stale.class);
        assertThat(accounts.keys(organisation.id(), id)).hasSize(2);
    }

    @Test
    void oneServiceAccount() throws Exception {
        UUID press = UUID.randomUUID();
        List<CreateServiceAccount.Result> made = twice(() -> create.create(
                organisation.id(), press, "HR sync", List.of(ApiScopes.DIRECTORY_USER), organisation.actor()));
        assertThat(made.getFirst())
                .isInstanceOf(CreateServiceAccount.Result.Created.class)
                .isEqualTo(made.getLast());
        assertThat(accounts.of(organisation.id())).hasSize(1);
        create.create(organisation.id(), "HR sync", List.of(ApiScopes.DIRECTORY_USER), organisation.actor());
        assertThat(accounts.of(organisation.id())).hasSize(2);
    }

    @Test
    void oneProgram() throws Exception {
        UUID press = UUID.randomUUID();
        assertThat(twice(() -> register.register(
                        organisation.id(), press, "Bridge", "https://bridge.example/back", organisation.actor())))
                .hasAtLeastOneElementOfType(RegisterProgram.Result.Registered.class)
                .hasAtLeastOneElementOfType(RegisterProgram.Result.There.class);
        assertThat(registered.of(organisation.id())).hasSize(1);
    }

    private static <T> List<T> twice(Callable<T> act) throws Exception {
        CountDownLatch together = new CountDownLatch(2);
        Callable<T> waiting = () -> {
            together.countDown();
            together.await();
            return act.call();
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<T> first = threads.submit(waiting);
            Future<T> second = threads.submit(waiting);
            return List.of(first.get(), second.get());
        }
    }
}
