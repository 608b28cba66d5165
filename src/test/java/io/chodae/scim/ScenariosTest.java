package io.chodae.scim;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What identity providers send, and what the RFCs ask for, request by request. */
@ScimTest
class ScenariosTest {

    @Autowired
    private Scims scims;

    @ParameterizedTest
    @MethodSource("io.chodae.scim.Scenario#all")
    void isAnsweredStepByStep(Scenario scenario) {
        scenario.play(scims.organisation());
    }
}
