package io.chodae.console;

import io.chodae.bizkit.MyServices;
import io.chodae.bizkit.PeopleAct;
import io.chodae.bizkit.Selection;
import io.chodae.bizkit.StartActResult;
import io.chodae.bizkit.StartPeopleAct;
import io.chodae.bizkit.TakeAddressList;
import io.chodae.console.Hotels.Hotel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;

/** The hotel's member as its enrolled user, with an act and a list that name the member. */
@TestComponent
class Enrolled {

    private final MyServices services;
    private final StartPeopleAct start;
    private final TakeAddressList take;

    Enrolled(MyServices services, StartPeopleAct start, TakeAddressList take) {
        this.services = services;
        this.start = start;
        this.take = take;
    }

    Map<String, String> of(Hotel hotel) {
        long user = services.of(hotel.account(Caller.MEMBER)).getFirst().userId();
        StartActResult done = start.start(
                hotel.customer(), new Selection.Chosen(List.of(user)), new PeopleAct.End(null), hotel.owner());
        return Map.of(
                "userId", Long.toString(user),
                "actId", Long.toString(((StartActResult.Started) done).job().id()),
                "listId", Long.toString(list(hotel)));
    }

    private long list(Hotel hotel) {
        try {
            Path file = Files.createTempFile("addresses-", ".csv");
            try {
                Files.writeString(
                        file, "email\n%s\nnobody@%s.example\n".formatted(hotel.email(Caller.MEMBER), hotel.mark()));
                TakeAddressList.Result taken = take.take(hotel.customer(), hotel.mark() + ".csv", file, hotel.owner());
                return ((TakeAddressList.Result.Taken) taken).listId();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
