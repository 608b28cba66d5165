package io.chodae.console;

import io.chodae.capture.TransferAct;
import io.chodae.capture.TransferPeople.Line;
import io.chodae.capture.UserInvitation;
import io.chodae.shared.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The file of unmanaged accounts with the columns that administrators know from Google's transfer tool: written with
 * both acts set to No, read for what was changed to Yes.
 */
final class AccountsFile {

    static final String EMAIL = "User email";
    static final String SEND = "(Re) Send transfer requests";
    static final String CANCEL = "Cancel transfer requests";
    static final List<String> TITLES = List.of(EMAIL, SEND, CANCEL, "Requests sent", "Requests status");

    private static final int FAULTS_SHOWN = 20;
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "예");

    private final List<Line> lines = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private List<String> titles = List.of();
    private int email = -1;
    private int send = -1;
    private int cancel = -1;

    /**
     * Why a row cannot be read.
     *
     * @param code of the message
     * @param value as it stands there
     */
    record Fault(int row, String code, String value) {}

    static List<String> row(UserInvitation one) {
        return List.of(one.email().value(), "No", "No", String.valueOf(one.mailsSent()), status(one));
    }

    void read(int number, List<String> cells) {
        if (titles.isEmpty()) {
            titles = cells.stream()
                    .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                    .toList();
            email = column(EMAIL);
            send = column(SEND);
            cancel = column(CANCEL);
        } else if (known()) {
            line(number, cells);
        }
    }

    /** Whether the first row names the addresses and at least one act. */
    boolean known() {
        return email >= 0 && (send >= 0 || cancel >= 0);
    }

    List<Line> lines() {
        return lines;
    }

    /** The first few. */
    List<Fault> faults() {
        return faults;
    }

    private void line(int number, List<String> cells) {
        boolean sends = yes(cells, send);
        boolean cancels = yes(cells, cancel);
        if (!sends && !cancels) {
            return;
        }
        String typed = unquoted(cell(cells, email));
        Optional<EmailAddress> address = EmailAddress.parse(typed);
        if (sends && cancels) {
            fault(new Fault(number, "accounts.file.both", typed));
        } else if (address.isEmpty()) {
            fault(new Fault(number, "accounts.file.noAddress", typed));
        } else {
            lines.add(new Line(address.get(), sends ? TransferAct.SEND : TransferAct.CANCEL));
        }
    }

    private void fault(Fault fault) {
        if (faults.size() < FAULTS_SHOWN) {
            faults.add(fault);
        }
    }

    private int column(String title) {
        return titles.indexOf(title.toLowerCase(Locale.ROOT));
    }

    private static boolean yes(List<String> cells, int column) {
        return column >= 0 && YES.contains(cell(cells, column).toLowerCase(Locale.ROOT));
    }

    private static String cell(List<String> cells, int column) {
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    /** Our own file has an apostrophe before what a spreadsheet program could take for a formula. */
    private static String unquoted(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    private static String status(UserInvitation one) {
        return switch (one.state()) {
            case NOT_YET_SENT -> "Not yet sent";
            case INVITED -> "Invited";
            case ACCEPTED -> "Accepted";
            case DECLINED -> "Declined";
        };
    }
}
