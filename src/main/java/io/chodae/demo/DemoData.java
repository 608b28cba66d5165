package io.chodae.demo;

import io.chodae.audit.Actor;
import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.DescribeBizService;
import io.chodae.bizkit.Edition;
import io.chodae.bizkit.GroupContent;
import io.chodae.bizkit.PlayContent;
import io.chodae.bizkit.SavePlayResult;
import io.chodae.bizkit.SavePrivatePlay;
import io.chodae.bizkit.SaveUserGroup;
import io.chodae.demo.DemoFile.SignIn;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.identity.ApiScopes;
import io.chodae.identity.CreateServiceAccount;
import io.chodae.identity.Operators;
import io.chodae.identity.Role;
import io.chodae.identity.ServiceAccountKeyFile;
import io.chodae.identity.ServiceAccountKeys;
import io.chodae.identity.SignUp;
import io.chodae.identity.SignUpResult;
import io.chodae.playclient.ClientAddresses;
import io.chodae.playclient.RegisterPlayClient;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A hotel with a service, three Plays and two groups, an operator, a person who waits to be invited, and the unmanaged
 * accounts of its domain.
 */
@Component
@ConditionalOnProperty(name = "chodae.demo", havingValue = "true", matchIfMissing = true)
class DemoData {

    static final String OPERATOR = "operator@hanbit-hotel.example";
    private static final String BOARD = "직원 게시판";
    private static final String ELSEWHERE = "https://play.hanbit-hotel.example/";
    static final String INVITEE = "jiyu.an@hanbit-hotel.example";

    /** The operator and the invitee are two more. */
    private static final int STRAY_ACCOUNTS = 1_198;

    private final Customers customers;
    private final BizKits bizKits;
    private final DescribeBizService describe;
    private final SavePrivatePlay savePlay;
    private final SaveUserGroup saveGroup;
    private final SignUp signUp;
    private final Operators operators;
    private final RegisterPlayClient registerClient;
    private final CreateServiceAccount createServiceAccount;
    private final ServiceAccountKeys serviceAccountKeys;
    private final DemoAccounts accounts;
    private final DemoDomain domain;

    DemoData(
            Customers customers,
            BizKits bizKits,
            DescribeBizService describe,
            SavePrivatePlay savePlay,
            SaveUserGroup saveGroup,
            SignUp signUp,
            Operators operators,
            RegisterPlayClient registerClient,
            CreateServiceAccount createServiceAccount,
            ServiceAccountKeys serviceAccountKeys,
            DemoAccounts accounts,
            DemoDomain domain) {
        this.customers = customers;
        this.bizKits = bizKits;
        this.describe = describe;
        this.savePlay = savePlay;
        this.saveGroup = saveGroup;
        this.signUp = signUp;
        this.operators = operators;
        this.registerClient = registerClient;
        this.createServiceAccount = createServiceAccount;
        this.serviceAccountKeys = serviceAccountKeys;
        this.accounts = accounts;
        this.domain = domain;
    }

    /**
     * What there is now.
     *
     * @param client of the Play that people sign in to; the only place that holds its secret
     * @param keyFile of a service account that may ask for everything; the only place that holds its key
     */
    record Filled(
            Customer publisher,
            String playName,
            RegisterPlayClient.Result.Registered client,
            ServiceAccountKeyFile keyFile) {}

    /** Where the sample Play takes people back. */
    static String callback(String playUrl) {
        return playUrl + "/callback";
    }

    /**
     * Makes everything, or nothing.
     *
     * @param playUrl where the sample Play runs
     */
    @Transactional
    public Filled fill(SignIn operator, SignIn invitee, String playUrl) {
        Customer hotel = customers.create("한빛호텔");
        CustomerId customer = hotel.id();
        AccountId account = account(operator, "한지민");
        operators.grant(customer, account, Role.OWNER);
        bizKits.create(customer, Edition.FULL);
        Actor actor = Actor.account(account, operator.email());
        describe.describe(customer, "한빛 컨시어지", "객실과 프런트에서 쓰는 한빛호텔 직원 서비스예요.", DemoIcon.png(0x3B5BDB, 3), false, actor);
        long concierge = play(customer, "객실 컨시어지", "객실 요청을 말로 받고 처리해요.", ELSEWHERE, 0x0CA678, actor);
        long breakfast = play(customer, "조식 안내", "오늘의 조식과 자리를 알려 줘요.", ELSEWHERE, 0xF08C00, actor);
        long board = play(customer, BOARD, "교대와 공지를 한곳에서 봐요.", playUrl + "/", 0xAE3EC9, actor);
        group(customer, "객실팀", "본관 3~12층", List.of(concierge, board), actor);
        group(customer, "프런트팀", "본관 1층", List.of(concierge, breakfast, board), actor);
        account(invitee, "안지유");
        domain.fill(customer, operator.email(), actor);
        accounts.fill(STRAY_ACCOUNTS);
        return new Filled(hotel, BOARD, client(customer, board, playUrl, actor), key(customer, actor));
    }

    private AccountId account(SignIn signIn, String name) {
        SignUpResult result = signUp.signUp(signIn.email(), name, signIn.password(), Language.KO, true);
        if (result instanceof SignUpResult.Created created) {
            return created.account();
        }
        throw new IllegalStateException("the demo account was refused: " + result);
    }

    private RegisterPlayClient.Result.Registered client(CustomerId customer, long play, String playUrl, Actor actor) {
        ClientAddresses addresses = ClientAddresses.typed(callback(playUrl), playUrl + "/");
        if (registerClient.register(customer, play, addresses, actor)
                instanceof RegisterPlayClient.Result.Registered registered) {
            return registered;
        }
        throw new IllegalStateException("the demo's sign-in was refused for " + playUrl);
    }

    private ServiceAccountKeyFile key(CustomerId customer, Actor actor) {
        if (createServiceAccount.create(customer, "Demo client", ApiScopes.ALL, actor)
                        instanceof CreateServiceAccount.Result.Created account
                && serviceAccountKeys.add(customer, account.id(), 0, actor)
                        instanceof ServiceAccountKeys.Result.Made made) {
            return made.file();
        }
        throw new IllegalStateException("the demo's service account was refused");
    }

    private long play(CustomerId customer, String name, String about, String link, int colour, Actor actor) {
        PlayContent content = new PlayContent(name, about, link, DemoIcon.png(colour, 2));
        if (savePlay.save(customer, OptionalLong.empty(), content, actor) instanceof SavePlayResult.Saved saved) {
            return saved.playId();
        }
        throw new IllegalStateException("the demo Play was refused");
    }

    private void group(CustomerId customer, String name, String extraInfo, List<Long> plays, Actor actor) {
        saveGroup.save(customer, OptionalLong.empty(), new GroupContent(name, extraInfo, plays), actor);
    }
}
