package io.chodae.demo;

import io.chodae.directory.AccountsAppeared;
import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * People who made personal accounts on the hotel's own domain: addresses of every kind that there is, written by
 * one statement, so that the first start stays quick. Nobody has a password: they are there to be looked at.
 */
@Component
class DemoAccounts {

    private static final String[] FAMILIES = {
        "김/Kim", "이/Lee", "박/Park", "최/Choi", "정/Jung", "강/Kang", "조/Cho", "윤/Yoon", "장/Jang", "임/Lim",
        "한/Han", "오/Oh", "서/Seo", "신/Shin", "권/Kwon", "황/Hwang", "안/Ahn", "송/Song", "류/Ryu", "홍/Hong",
        "전/Jeon", "고/Ko", "문/Moon", "손/Son", "양/Yang", "배/Bae", "백/Baek", "허/Heo", "남/Nam", "심/Shim"
    };
    private static final String[] GIVEN = {
        "민준/Minjun",
        "서연/Seoyeon",
        "도윤/Doyun",
        "서윤/Seoyun",
        "예준/Yejun",
        "지우/Jiwoo",
        "시우/Siwoo",
        "하윤/Hayun",
        "주원/Juwon",
        "민서/Minseo",
        "지호/Jiho",
        "하은/Haeun",
        "지후/Jihu",
        "수아/Sua",
        "준우/Junwoo",
        "지아/Jia",
        "현우/Hyunwoo",
        "채원/Chaewon",
        "도현/Dohyun",
        "다은/Daeun",
        "건우/Gunwoo",
        "은서/Eunseo",
        "우진/Woojin",
        "예은/Yeeun",
        "선우/Sunwoo",
        "수빈/Subin",
        "서진/Seojin",
        "지민/Jimin",
        "유준/Yujun",
        "소율/Soyul",
        "정우/Jungwoo",
        "예린/Yerin",
        "승현/Seunghyun",
        "나윤/Nayun",
        "준혁/Junhyuk",
        "가은/Gaeun",
        "은우/Eunwoo",
        "윤아/Yuna",
        "이안/Ian",
        "지안/Jian"
    };

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DemoAccounts(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** @param count of accounts, {@code FAMILIES} by {@code GIVEN} at most; the hotel's domain is its own already */
    @Transactional(propagation = Propagation.MANDATORY)
    public void fill(int count) {
        Timestamp now = Timestamp.from(clock.instant());
        List<Person> people = people(count);
        events.publishEvent(new AccountsAppeared(jdbc.sql("""
                        insert into account (email, email_key, name, language, email_verified_at, created_at)
                        select t.email, t.key, t.name, t.language, :now, :now
                        from unnest(:emails::text[], :keys::text[], :names::text[], :languages::text[])
                             as t (email, key, name, language)
                        on conflict (email_key) do nothing
                        returning account_id
                        """)
                .param("now", now)
                .param("emails", people.stream().map(one -> one.email().value()).toArray(String[]::new))
                .param("keys", people.stream().map(one -> one.email().key()).toArray(String[]::new))
                .param("names", people.stream().map(Person::name).toArray(String[]::new))
                .param("languages", people.stream().map(Person::language).toArray(String[]::new))
                .query((row, number) -> new AccountId(row.getLong("account_id")))
                .list()));
    }

    private record Person(EmailAddress email, String name, String language) {}

    private static List<Person> people(int count) {
        List<Person> people = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String[] family = FAMILIES[i % FAMILIES.length].split("/", 2);
            String[] given = GIVEN[i / FAMILIES.length].split("/", 2);
            boolean english = i % 7 == 3;
            people.add(new Person(
                    EmailAddress.of(local(i, family, given) + "@" + DemoDomain.NAME),
                    english ? given[1] + " " + family[1] : family[0] + given[0],
                    english ? "EN" : "KO"));
        }
        return people;
    }

    /** Ways to write a name that people use; each name comes once, so no two addresses are the same. */
    private static String local(int i, String[] family, String[] given) {
        String first = given[1].toLowerCase(Locale.ROOT);
        String last = family[1].toLowerCase(Locale.ROOT);
        return switch (i % 10) {
            case 1 -> first + "_" + last;
            case 2 -> given[1] + "." + family[1];
            case 3 -> first + "." + last + "+booking";
            case 4 -> last + "-" + first;
            case 5 -> family[0] + given[0];
            case 6 -> first + "." + last + "+" + i;
            case 7 -> (last + first).toUpperCase(Locale.ROOT);
            case 8 -> first + "." + last + "." + (1970 + i % 35);
            default -> first + "." + last;
        };
    }
}
