package io.chodae.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.HttpBrowser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** A file of accounts becomes accounts, and each line that does not says why. */
@ChodaeTest
class ImportCommandTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    Path directory;

    @LocalServerPort
    int port;

    @Autowired
    ImportCommand command;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final String domain = "import" + NUMBER.incrementAndGet() + ".example";

    @Test
    void goodLinesAreTakenAndEachBadOneSaysItsNumberAndReason() throws IOException {
        Path file = file("accounts.csv", """
                \uFEFFemail,name,language,verified,passwordHash
                a@D,"김, 민지",en,true,
                ,nobody,,,
                no address,b,,,
                b@D,,,,
                A@d,again,,,
                c@D,c,fr,,
                d@D,d,,maybe,
                e@D,e,,,secret-in-the-clear
                f@D,f,,,{bcrypt}$2a$31$0123456789012345678901234567890123456789012345678901x
                g@D,g
                "h@D","two
                lines",ko,false,
                """);
        assertThat(run(file)).isEqualTo(ImportCommand.SOME_REFUSED);
        assertThat(said())
                .contains("3 created, 1 there already, 7 refused", "line 3: no e-mail address")
                .doesNotContain("secret-in-the-clear");
        assertThat(Files.readAllLines(directory.resolve("accounts.csv.refused.csv")))
                .containsExactlyInAnyOrder(
                        "line,reason",
                        "3,no e-mail address",
                        "4,not an e-mail address",
                        "7,the language is neither ko nor en",
                        "8,verified is neither true nor false",
                        "9,the password hash is none of {bcrypt}; {argon2}; {pbkdf2@SpringSecurity_v5_8}",
                        "10,the bcrypt hash has a cost above 15",
                        "11,has 2 columns where the header has 5");
        assertThat(account("a")).satisfies(made -> {
            assertThat(made.name()).isEqualTo("김, 민지");
            assertThat(made.language()).isEqualTo(Language.EN);
            assertThat(made.emailVerified()).isTrue();
        });
        assertThat(account("b")).satisfies(made -> {
            assertThat(made.name()).isEqualTo("b");
            assertThat(made.language()).isEqualTo(Language.KO);
            assertThat(made.emailVerified()).isFalse();
        });
        assertThat(account("h").name()).isEqualTo("two lines");
    }

    @Test
    void doingItAgainChangesNothingAndGoesOnWhereItEnded() throws IOException {
        String header = "email,name\n";
        String first = IntStream.range(0, 30)
                .mapToObj(i -> "p" + i + "@D,Person " + i + "\n")
                .collect(Collectors.joining());
        run(file("half.csv", header + first));
        accounts.update(account("p3").id(), "by the person", Language.EN);
        String second = IntStream.range(30, 50)
                .mapToObj(i -> "p" + i + "@D,Person " + i + "\n")
                .collect(Collectors.joining());
        assertThat(run(file("whole.csv", header + first + second))).isEqualTo(ImportCommand.DONE);
        assertThat(said()).contains("20 created, 30 there already, 0 refused");
        assertThat(account("p3").name()).isEqualTo("by the person");
        assertThat(directory.resolve("whole.csv.refused.csv")).doesNotExist();
        assertThat(jdbc.sql("""
                        select sum((details ->> 'count')::int) from audit_event
                        where action = 'account.imported' and details ->> 'file' in ('half.csv', 'whole.csv')
                        """).query(Integer.class).single()).isEqualTo(50);
    }

    @Test
    void peopleSignInWithThePasswordThatTheyHadElsewhere() throws IOException {
        String bcrypt = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("plum4tandem7river");
        String argon2 = "{argon2}"
                + Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode("plum4tandem7river");
        assertThat(run(file("people.jsonl", """
                {"email": "bee@D", "passwordHash": "%s", "verified": true}

                {"email": "arg@D", "name": "아라", "passwordHash": "%s", "language": null}
                {"email": ["x@D"]}
                not json
                """.formatted(bcrypt, argon2)))).isEqualTo(ImportCommand.SOME_REFUSED);
        assertThat(said())
                .contains("2 created, 0 there already, 2 refused", "line 4: not a JSON", "line 5: not a JSON");
        assertThat(location("bee@" + domain, "plum4tandem7river")).endsWith("/me");
        assertThat(location("arg@" + domain, "plum4tandem7river")).endsWith("/me");
        assertThat(location("arg@" + domain, "plum4tandem7rivers")).contains("fault=credentials");
        assertThat(jdbc.sql("select password_hash from password_credential where account_id = :id")
                        .param("id", account("bee").id().value())
                        .query(String.class)
                        .single())
                .as("renewed at the sign-in")
                .startsWith("{pbkdf2-sha512-210k}");
    }

    @Test
    void aLineOfJsonWithAFieldThatNobodyKnowsIsRefusedAndAByteOrderMarkIsNot() throws IOException {
        Path file = file("accounts.jsonl", """
                \uFEFF{"email": "first@D"}
                {"email": "second@D", "password_hash": "{bcrypt}$2a$10$x"}
                """);
        assertThat(run(file)).isEqualTo(ImportCommand.SOME_REFUSED);
        assertThat(said()).contains("1 created", "line 2: unknown fields: password_hash");
    }

    @Test
    void nothingIsLeftBesideAFileThatIsOfNoUse() throws IOException {
        Path file = file("names.csv", "name\nMinji\n");
        assertThat(run(file)).isEqualTo(ImportCommand.UNUSABLE);
        assertThat(directory.resolve("names.csv.refused.csv")).doesNotExist();
    }

    @Test
    void aFileThatIsOfNoUseIsSaidToBe() throws IOException {
        assertThat(run(directory.resolve("nowhere.csv"))).isEqualTo(ImportCommand.UNUSABLE);
        assertThat(run(file("empty.csv", ""))).isEqualTo(ImportCommand.UNUSABLE);
        assertThat(run(file("headless.csv", "a@D,b\n"))).isEqualTo(ImportCommand.UNUSABLE);
        assertThat(run(file("phone.csv", "email,phone\na@D,1\n"))).isEqualTo(ImportCommand.UNUSABLE);
        assertThat(said())
                .contains(
                        "There is no file",
                        "The file is empty.",
                        "one of them must be email",
                        "Unknown columns: phone");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(
                directory.resolve(name), content.replace("@D", "@" + domain).replace("@d", "@" + domain));
    }

    private int run(Path file) throws IOException {
        return command.run(file, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private Account account(String local) {
        return accounts.findByEmail(EmailAddress.of(local + "@" + domain)).orElseThrow();
    }

    private String location(String email, String password) {
        return new HttpBrowser(port)
                .signIn(email, password)
                .headers()
                .firstValue("Location")
                .orElse("");
    }
}
