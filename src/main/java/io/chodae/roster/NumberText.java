package io.chodae.roster;

import java.math.BigDecimal;
import java.math.MathContext;

/** A number as people would type it: whole numbers without a point, none in scientific notation. */
final class NumberText {

    /** What a spreadsheet keeps of a number; more digits are noise of binary fractions. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int LONGEST = 40;

    private NumberText() {}

    static String of(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString((long) number);
        }
        return Double.isFinite(number) ? of(new BigDecimal(number)) : "";
    }

    static String of(BigDecimal number) {
        BigDecimal rounded = number.round(DIGITS).stripTrailingZeros();
        // 1E+999999999 written out would fill the memory
        boolean handy = rounded.scale() > -LONGEST && rounded.scale() < LONGEST;
        return handy ? rounded.toPlainString() : rounded.toString();
    }
}
