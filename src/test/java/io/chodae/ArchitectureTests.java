package io.chodae;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Date;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Habits of the code that no compiler checks. */
class ArchitectureTests {

    private static final String[] FEATURES = rooms(
            "shared",
            "audit",
            "mail",
            "suppression",
            "sender",
            "directory",
            "identity",
            "invitation",
            "roster",
            "bizkit",
            "playclient",
            "campaign",
            "capture",
            "provisioning",
            "notice");
    private static final String[] EDGES = rooms(
            "account",
            "console",
            "acceptance",
            "cloudidentity",
            "directoryapi",
            "scim",
            "wire",
            "mailbox",
            "demo",
            "platform",
            "web");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.chodae");
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("io.chodae");

    @Test
    void featuresKnowNoEdge() {
        noClasses()
                .that()
                .resideInAnyPackage(FEATURES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(EDGES)
                .check(MAIN);
    }

    @Test
    void dependenciesComeByTheConstructor() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .check(MAIN);
    }

    @Test
    void timeComesFromTheClockBean() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.chodae.platform..")
                .should()
                .accessTargetWhere(readsTheSystemClock())
                .orShould()
                .callConstructor(Date.class)
                .check(MAIN);
    }

    @Test
    void mailIsTheBusinessOfTheMailRooms() {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms("mail", "suppression", "mailbox", "demo"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..")
                .check(MAIN);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(MAIN.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(home -> !home.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName))
                .isEmpty();
    }

    @Test
    void noTestSleeps() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(type(Thread.class))).and(target(name("sleep"))))
                .check(TESTS);
    }

    @Test
    void everyTestIsFoundByItsName() {
        methods()
                .that()
                .areAnnotatedWith(Test.class)
                .should()
                .beDeclaredInClassesThat()
                .haveNameMatching(".*Tests?(\\$.*)?")
                .check(TESTS);
    }

    /** Calls and method references alike. */
    private static DescribedPredicate<JavaAccess<?>> readsTheSystemClock() {
        return DescribedPredicate.describe("reads the system's clock", access -> {
            String owner = access.getTargetOwner().getName();
            return access instanceof JavaCodeUnitAccess<?> call
                    && switch (access.getName()) {
                        case "now" ->
                            owner.startsWith("java.time.")
                                    && call.getTarget().getRawParameterTypes().isEmpty();
                        case "currentTimeMillis" -> owner.equals("java.lang.System");
                        case "systemUTC", "systemDefaultZone" -> owner.equals("java.time.Clock");
                        default -> false;
                    };
        });
    }

    private static DescribedPredicate<JavaClass> type(Class<?> type) {
        return JavaClass.Predicates.equivalentTo(type);
    }

    private static String[] rooms(String... names) {
        String[] packages = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            packages[i] = "io.chodae." + names[i] + "..";
        }
        return packages;
    }
}
