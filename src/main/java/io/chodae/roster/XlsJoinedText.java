package io.chodae.roster;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.formula.ptg.ConcatPtg;
import org.apache.poi.ss.formula.ptg.FuncVarPtg;
import org.apache.poi.ss.formula.ptg.IntPtg;
import org.apache.poi.ss.formula.ptg.NumberPtg;
import org.apache.poi.ss.formula.ptg.ParenthesisPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.RefPtg;
import org.apache.poi.ss.formula.ptg.StringPtg;
import org.jspecify.annotations.Nullable;

/**
 * Joins what a formula of {@code &} and CONCATENATE joins, over constants and cells of its own row. LibreOffice, when
 * it converts without calculating, saves the number 0 as the value of a formula that can only give a text; that is the
 * one case where the saved value is not believed.
 */
final class XlsJoinedText {

    private static final int MAX_LENGTH = 32_767;

    private XlsJoinedText() {}

    /**
     * @param row number of the formula's row, from nought
     * @param cells the values of that row
     * @return empty where the formula is of any other kind
     */
    static Optional<String> of(Ptg[] formula, int row, List<String> cells) {
        if (formula.length == 0 || !joins(formula[formula.length - 1])) {
            return Optional.empty();
        }
        Deque<String> stack = new ArrayDeque<>();
        for (Ptg part : formula) {
            String value = value(part, row, cells, stack);
            if (value == null || value.length() > MAX_LENGTH) {
                return Optional.empty();
            }
            stack.push(value);
        }
        return stack.size() == 1 ? Optional.of(stack.pop()) : Optional.empty();
    }

    private static boolean joins(Ptg part) {
        return part instanceof ConcatPtg
                || (part instanceof FuncVarPtg call && call.getName().equals("CONCATENATE"));
    }

    private static @Nullable String value(Ptg part, int row, List<String> cells, Deque<String> stack) {
        return switch (part) {
            case StringPtg text -> text.getValue();
            case IntPtg number -> String.valueOf(number.getValue());
            case NumberPtg number -> NumberText.of(number.getValue());
            case ParenthesisPtg around -> stack.poll();
            case RefPtg cell -> cell.getRow() == row ? ofRow(cells, cell.getColumn()) : null;
            case ConcatPtg join -> join(stack, 2);
            case FuncVarPtg call -> joins(call) ? join(stack, call.getNumberOfOperands()) : null;
            default -> null;
        };
    }

    private static String ofRow(List<String> cells, int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    private static @Nullable String join(Deque<String> stack, int parts) {
        if (stack.size() < parts) {
            return null;
        }
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            joined.insert(0, stack.pop());
        }
        return joined.toString();
    }
}
