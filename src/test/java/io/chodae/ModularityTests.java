package io.chodae;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Each room uses only the rooms that its {@code package-info.java} names, and of those only what they show. */
class ModularityTests {

    @Test
    void roomsKeepToTheirDoors() {
        ApplicationModules.of(Chodae.class).verify();
    }
}
