package io.chodae.road;

import io.chodae.audit.Actor;
import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.DescribeBizService;
import io.chodae.bizkit.Edition;
import io.chodae.bizkit.GroupContent;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.PlayContent;
import io.chodae.bizkit.SavePlayResult;
import io.chodae.bizkit.SavePrivatePlay;
import io.chodae.bizkit.SaveUserGroup;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.identity.Operators;
import io.chodae.identity.Role;
import io.chodae.identity.SignUp;
import io.chodae.identity.SignUpResult;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** Makes publishers that are ready to invite, each with an operator, a Play and a group of its own. */
@TestComponent
public class Publisher {

    public static final String PASSWORD = "quiet harbour lamp 41";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Customers customers;
    private final BizKits bizKits;
    private final DescribeBizService describe;
    private final SavePrivatePlay savePlay;
    private final SaveUserGroup saveGroup;
    private final Operators operators;
    private final SignUp signUp;

    @Autowired
    Publisher(
            Customers customers,
            BizKits bizKits,
            DescribeBizService describe,
            SavePrivatePlay savePlay,
            SaveUserGroup saveGroup,
            Operators operators,
            SignUp signUp) {
        this.customers = customers;
        this.bizKits = bizKits;
        this.describe = describe;
        this.savePlay = savePlay;
        this.saveGroup = saveGroup;
        this.operators = operators;
        this.signUp = signUp;
    }

    public record Ready(CustomerId customer, String operatorEmail) {}

    public Ready ready() {
        int number = COUNT.incrementAndGet();
        Customer hotel = customers.create("한빛호텔 " + number);
        String email = "operator" + number + "@road.example";
        AccountId account = account(email, "한지민");
        operators.grant(hotel.id(), account, Role.OWNER);
        bizKits.create(hotel.id(), Edition.FULL);
        Actor actor = Actor.account(account, email);
        describe.describe(hotel.id(), "한빛 컨시어지", "직원 서비스예요.", Kits.icon(), false, actor);
        long play = ((SavePlayResult.Saved) savePlay.save(
                        hotel.id(),
                        OptionalLong.empty(),
                        new PlayContent("객실 컨시어지", "객실 요청을 처리해요.", "https://play.road.example/", Kits.icon()),
                        actor))
                .playId();
        saveGroup.save(hotel.id(), OptionalLong.empty(), new GroupContent("객실팀", "본관", List.of(play)), actor);
        return new Ready(hotel.id(), email);
    }

    public AccountId account(String email, String name) {
        return ((SignUpResult.Created) signUp.signUp(email, name, PASSWORD, Language.KO, true)).account();
    }
}
