package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.GroupContent;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.OfferContent;
import io.chodae.bizkit.Offers;
import io.chodae.bizkit.PlayContent;
import io.chodae.bizkit.SaveGroupResult;
import io.chodae.bizkit.SavePlayResult;
import io.chodae.bizkit.SavePrivatePlay;
import io.chodae.bizkit.SaveUserGroup;
import io.chodae.campaign.JobAct;
import io.chodae.campaign.JobPeople;
import io.chodae.campaign.StartInvitationJob;
import io.chodae.campaign.StartJobResult;
import io.chodae.capture.Captures;
import io.chodae.capture.StartTransferJob;
import io.chodae.capture.TransferAct;
import io.chodae.capture.TransferPeople;
import io.chodae.console.Hotels.Hotel;
import io.chodae.directory.EvictionExceptions;
import io.chodae.domain.ClaimDomain;
import io.chodae.domain.ClaimResult;
import io.chodae.domain.DomainKind;
import io.chodae.domain.Domains;
import io.chodae.domain.RemoveDomain;
import io.chodae.playclient.ClientAddresses;
import io.chodae.playclient.RegisterPlayClient;
import io.chodae.provisioning.AfterFollowUps;
import io.chodae.provisioning.ConflictHandling;
import io.chodae.provisioning.ConflictPolicy;
import io.chodae.provisioning.ConflictRule;
import io.chodae.provisioning.CreateDirectoryUser;
import io.chodae.provisioning.CreateUserResult;
import io.chodae.provisioning.NewDirectoryUser;
import io.chodae.provisioning.PendingUsers;
import io.chodae.provisioning.SetConflictPolicy;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** New objects of a hotel, one of each kind that an address can name, all by the real use cases. */
@TestComponent
class Belongings {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final SavePrivatePlay savePlay;
    private final SaveUserGroup saveGroup;
    private final Offers offers;
    private final Guests guests;
    private final Sendings sendings;
    private final Enrolled enrolled;
    private final JdbcClient jdbc;
    private final Colleagues colleagues;
    private final RegisterPlayClient registerClient;
    private final StartInvitationJob startJob;
    private final ApiBelongings api;
    private final ClaimDomain claimDomain;
    private final RemoveDomain removeDomain;
    private final Domains domains;
    private final Captures captures;
    private final StartTransferJob startTransfers;
    private final EvictionExceptions exceptions;
    private final SetConflictPolicy setPolicy;
    private final CreateDirectoryUser createUser;
    private final PendingUsers pendingUsers;

    Belongings(
            SavePrivatePlay savePlay,
            SaveUserGroup saveGroup,
            Offers offers,
            Guests guests,
            Sendings sendings,
            JdbcClient jdbc,
            Colleagues colleagues,
            RegisterPlayClient registerClient,
            Enrolled enrolled,
            StartInvitationJob startJob,
            ApiBelongings api,
            ClaimDomain claimDomain,
            RemoveDomain removeDomain,
            Domains domains,
            Captures captures,
            StartTransferJob startTransfers,
            EvictionExceptions exceptions,
            SetConflictPolicy setPolicy,
            CreateDirectoryUser createUser,
            PendingUsers pendingUsers) {
        this.setPolicy = setPolicy;
        this.createUser = createUser;
        this.pendingUsers = pendingUsers;
        this.api = api;
        this.claimDomain = claimDomain;
        this.removeDomain = removeDomain;
        this.domains = domains;
        this.captures = captures;
        this.startTransfers = startTransfers;
        this.exceptions = exceptions;
        this.registerClient = registerClient;
        this.savePlay = savePlay;
        this.saveGroup = saveGroup;
        this.offers = offers;
        this.guests = guests;
        this.sendings = sendings;
        this.enrolled = enrolled;
        this.jdbc = jdbc;
        this.colleagues = colleagues;
        this.startJob = startJob;
    }

    /** Their ids by the names that {@code routes.csv} has for them; the hotel's member may use the Play. */
    Map<String, String> of(Hotel hotel) {
        String number = Integer.toString(NUMBER.incrementAndGet());
        long play = play(hotel, number);
        assertThat(registerClient.register(
                        hotel.customer(),
                        play,
                        ClientAddresses.typed("https://" + hotel.mark() + ".example/back", ""),
                        hotel.owner()))
                .isInstanceOf(RegisterPlayClient.Result.Registered.class);
        long group = group(hotel, number, play);
        long offer = offer(hotel, play);
        Map<String, String> ids = new HashMap<>(Map.of(
                "number", number,
                "password", Hotels.PASSWORD,
                "format", "csv",
                "managedAct", "suspend",
                "customerId", Long.toString(hotel.customer().value()),
                "publisherId", hotel.publisherId(),
                "playId", Long.toString(play),
                "groupId", Long.toString(group),
                "offerId", Long.toString(offer)));
        guests.enrolMember(hotel, offer);
        ids.putAll(enrolled.of(hotel));
        ids.put("invitationId", Long.toString(guests.invite(hotel, offer, "guest" + number)));
        ids.put("askedId", Long.toString(guests.ask(hotel, offer, "asking" + number)));
        ids.put("suppressionId", Long.toString(suppressed(hotel, "gone" + number)));
        ids.putAll(colleagues.of(hotel, number));
        ids.put("managedId", Long.toString(managed(hotel, number)));
        keep(hotel, "kept" + number + "@guests.example");
        ids.put("jobId", Long.toString(job(hotel, guests.invite(hotel, offer, "many" + number))));
        ids.putAll(api.of(hotel, number));
        ids.put("domainId", domain(hotel, number));
        ids.putAll(unmanaged(hotel, number));
        ids.putAll(sendings.of(hotel, group, play, number));
        return ids;
    }

    /** As a bounce leaves it: that a server refuses an address no use case here can bring about. */
    private long suppressed(Hotel hotel, String name) {
        return jdbc.sql("""
                        insert into suppression (customer_id, email_key, email, reason, detail, at)
                        values (:customer, :email, :email, 'BOUNCED', '550 5.1.1 no such user', now())
                        returning suppression_id""")
                .param("customer", hotel.customer().value())
                .param("email", name + "@" + hotel.mark() + ".example")
                .query(Long.class)
                .single();
    }

    /** The first is the primary one, which stays; what a test changes is another, of which there is one at a time. */
    private String domain(Hotel hotel, String number) {
        claimDomain.claim(hotel.customer(), hotel.mark() + ".example", false, hotel.owner());
        domains.of(hotel.customer()).stream()
                .filter(one -> one.kind() != DomainKind.PRIMARY)
                .forEach(one -> removeDomain.remove(hotel.customer(), one.name(), hotel.owner()));
        String name = "more" + number + "." + hotel.mark() + ".example";
        assertThat(claimDomain.claim(hotel.customer(), name, false, hotel.owner()))
                .isInstanceOf(ClaimResult.Claimed.class);
        return name;
    }

    /** On a domain of their own, so that the hotel's people stay as they are. */
    private Map<String, String> unmanaged(Hotel hotel, String number) {
        String domain = hotel.mark() + "-staff.example";
        captures.verify(hotel.customer(), domain);
        EmailAddress email = EmailAddress.of("stray" + number + "@" + domain);
        captures.person(email);
        EmailAddress waiting = EmailAddress.of("waiting" + number + "@" + domain);
        captures.person(waiting);
        setPolicy.set(hotel.customer(), new ConflictPolicy(ConflictRule.INVITE, 3, AfterFollowUps.STOP), hotel.owner());
        assertThat(createUser.create(
                        hotel.customer(),
                        new NewDirectoryUser(
                                waiting.value(), "Of " + hotel.mark(), "", "", Language.EN, "", false, null),
                        ConflictHandling.POLICY,
                        hotel.owner()))
                .isInstanceOf(CreateUserResult.Invited.class);
        long pending = pendingUsers
                .page(hotel.customer(), true, Optional.empty(), 1)
                .items()
                .getFirst()
                .id();
        long job = startTransfers
                .start(
                        hotel.customer(),
                        UUID.randomUUID(),
                        new TransferPeople.Chosen(TransferAct.SEND, List.of(email)),
                        hotel.owner())
                .orElseThrow();
        return Map.of(
                "unmanaged", email.value(), "transferJobId", Long.toString(job), "pendingId", Long.toString(pending));
    }

    private long managed(Hotel hotel, String number) {
        return jdbc.sql("""
                        insert into account (email, email_key, name, language, created_at, managed_by, managed_since)
                        values (:email, :email, 'Sora', 'KO', now(), :customer, now())
                        returning account_id""")
                .param("customer", hotel.customer().value())
                .param("email", "managed" + number + "@" + hotel.mark() + ".example")
                .query(Long.class)
                .single();
    }

    private void keep(Hotel hotel, String email) {
        exceptions.add(hotel.customer(), List.of(EmailAddress.of(email)), "", hotel.owner());
    }

    private long job(Hotel hotel, long invitation) {
        StartJobResult result = startJob.start(
                hotel.customer(),
                UUID.randomUUID(),
                JobAct.CANCEL,
                null,
                new JobPeople.Chosen(List.of(invitation)),
                hotel.owner());
        assertThat(result).isInstanceOf(StartJobResult.Started.class);
        return ((StartJobResult.Started) result).jobId();
    }

    private long play(Hotel hotel, String number) {
        PlayContent content = new PlayContent(
                "Play " + number + " " + hotel.mark(),
                "Of " + hotel.mark(),
                "https://" + hotel.mark() + ".example/",
                Kits.icon());
        return ((SavePlayResult.Saved) savePlay.save(hotel.customer(), OptionalLong.empty(), content, hotel.owner()))
                .playId();
    }

    private long group(Hotel hotel, String number, long play) {
        GroupContent content =
                new GroupContent("Group " + number + " " + hotel.mark(), "Of " + hotel.mark(), List.of(play));
        SaveGroupResult saved = saveGroup.save(hotel.customer(), OptionalLong.empty(), content, hotel.owner());
        assertThat(saved).isInstanceOf(SaveGroupResult.Saved.class);
        return ((SaveGroupResult.Saved) saved).groupId();
    }

    private long offer(Hotel hotel, long play) {
        return offers.create(
                        hotel.customer(),
                        new OfferContent(
                                "Desk of " + hotel.mark(),
                                "desk@" + hotel.mark() + ".example",
                                "021234567",
                                "Because of " + hotel.mark(),
                                OptionalLong.empty(),
                                List.of(play)))
                .id();
    }
}
