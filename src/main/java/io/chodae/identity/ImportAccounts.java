package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.AccountBatches;
import io.chodae.directory.NewAccount;
import io.chodae.identity.ImportedChunk.RefusedLine;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes accounts over from another directory, a chunk a transaction. Doing it again changes nothing: an address that has
 * an account is passed over, whatever the line says of it.
 */
@Component
public class ImportAccounts {

    /** Lines that make one transaction at most. */
    public static final int CHUNK = AccountBatches.MAX;

    private static final int MAX_NAME = 100;

    private final AccountBatches accounts;
    private final Credentials credentials;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;

    ImportAccounts(
            AccountBatches accounts, Credentials credentials, TransactionTemplate transaction, AuditTrail audit) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.transaction = transaction;
        this.audit = audit;
    }

    private record Checked(NewAccount account, String hash) {}

    /**
     * Writes one chunk.
     *
     * @param lines {@link #CHUNK} at most
     * @param source name of the file, for the audit trail
     */
    public ImportedChunk importChunk(List<ImportedAccount> lines, String source) {
        List<RefusedLine> refused = new ArrayList<>();
        Map<String, Checked> taken = new LinkedHashMap<>();
        int repeated = 0;
        for (ImportedAccount line : lines) {
            Optional<Checked> checked = check(line, refused);
            if (checked.isPresent()
                    && taken.putIfAbsent(checked.get().account().email().key(), checked.get()) != null) {
                repeated++;
            }
        }
        if (taken.isEmpty()) {
            return new ImportedChunk(0, repeated, refused);
        }
        int created = transaction.execute(status -> write(taken, lines, source));
        return new ImportedChunk(created, taken.size() - created + repeated, refused);
    }

    private int write(Map<String, Checked> taken, List<ImportedAccount> lines, String source) {
        Map<String, AccountId> created =
                accounts.create(taken.values().stream().map(Checked::account).toList());
        Map<AccountId, String> hashes = new LinkedHashMap<>();
        created.forEach((key, id) -> {
            String hash = Objects.requireNonNull(taken.get(key)).hash();
            if (!hash.isEmpty()) {
                hashes.put(id, hash);
            }
        });
        credentials.addAll(hashes);
        if (!created.isEmpty()) {
            audit.record(
                    CustomerId.HOUSE,
                    Actor.system(),
                    "account.imported",
                    "account",
                    "list",
                    Map.of(
                            "file",
                            source,
                            "count",
                            Integer.toString(created.size()),
                            "rows",
                            lines.getFirst().line() + "–" + lines.getLast().line()));
        }
        return created.size();
    }

    private static Optional<Checked> check(ImportedAccount line, List<RefusedLine> refused) {
        Optional<EmailAddress> email = EmailAddress.parse(line.email());
        String hash = Objects.requireNonNullElse(line.passwordHash(), "").strip();
        Optional<String> fault = fault(line, email, hash);
        if (email.isEmpty() || fault.isPresent()) {
            refused.add(new RefusedLine(line.line(), fault.orElse("no e-mail address")));
            return Optional.empty();
        }
        return Optional.of(new Checked(
                new NewAccount(
                        email.get(),
                        name(line, email.get()),
                        line.language().isBlank()
                                ? Language.KO
                                : Language.ofTag(line.language().strip().toLowerCase(Locale.ROOT)),
                        Boolean.parseBoolean(line.verified().strip())),
                hash));
    }

    private static Optional<String> fault(ImportedAccount line, Optional<EmailAddress> email, String hash) {
        if (line.email().isBlank()) {
            return Optional.of("no e-mail address");
        }
        if (email.isEmpty()) {
            return Optional.of("not an e-mail address");
        }
        if (PlainText.length(PlainText.oneLine(line.name())) > MAX_NAME) {
            return Optional.of("the name has more than " + MAX_NAME + " characters");
        }
        if (!line.language().isBlank() && !line.language().strip().matches("(?i)ko|en")) {
            return Optional.of("the language is neither ko nor en");
        }
        if (!line.verified().isBlank() && !line.verified().strip().matches("(?i)true|false")) {
            return Optional.of("verified is neither true nor false");
        }
        return hash.isEmpty() ? Optional.empty() : PasswordHashes.fault(hash);
    }

    private static String name(ImportedAccount line, EmailAddress email) {
        String name = PlainText.oneLine(line.name());
        return name.isEmpty() ? email.value().substring(0, email.value().lastIndexOf('@')) : name;
    }
}
