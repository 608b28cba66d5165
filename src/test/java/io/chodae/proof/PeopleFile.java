package io.chodae.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A list of made-up people with the four columns that lists have. */
final class PeopleFile {

    private PeopleFile() {}

    static Path write(Path file, int first, int last) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Chodae", null)) {
            Worksheet sheet = workbook.newWorksheet("명단");
            line(sheet, 0, "이름", "이메일", "연락처", "추가 정보");
            for (int i = first; i <= last; i++) {
                line(
                        sheet,
                        i - first + 1,
                        "김사람" + i,
                        address(i),
                        "010-%04d-%04d".formatted(i / 10_000 % 10_000, i % 10_000),
                        "지점 %02d".formatted(i % 40));
            }
        }
        return file;
    }

    static String address(int person) {
        return "person" + person + "@hanbit-hotel.example";
    }

    private static void line(Worksheet sheet, int row, String... values) {
        for (int column = 0; column < values.length; column++) {
            sheet.value(row, column, values[column]);
        }
    }
}
