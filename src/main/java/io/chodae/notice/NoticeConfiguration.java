package io.chodae.notice;

import io.chodae.capture.PendingTransfers;
import io.chodae.directory.Accounts;
import io.chodae.directory.ConsumerAccounts;
import io.chodae.directory.Customers;
import io.chodae.identity.MailedLinks;
import io.chodae.mail.MailComposer;
import io.chodae.mail.MailSettings;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

    /** Mails cannot ask the reader's clock: they name one zone, that of the people whom this server serves. */
    @Bean
    MailTimes mailTimes(@Value("${chodae.time-zone}") ZoneId zone) {
        return new MailTimes(zone);
    }

    @Bean
    MailComposer verifyEmailComposer(
            MailedLinks mailedLinks, Layouts layouts, MailSettings settings, Links links, MailTimes times) {
        return new AccountLinkComposer(
                MailKind.VERIFY_EMAIL, mailedLinks, layouts, settings, links, links::verifyEmail, times);
    }

    @Bean
    MailComposer resetPasswordComposer(
            MailedLinks mailedLinks, Layouts layouts, MailSettings settings, Links links, MailTimes times) {
        return new AccountLinkComposer(
                MailKind.RESET_PASSWORD, mailedLinks, layouts, settings, links, links::resetPassword, times);
    }

    @Bean
    MailComposer addressChangeComposer(
            MailedLinks mailedLinks, Layouts layouts, MailSettings settings, Links links, MailTimes times) {
        return new AccountLinkComposer(
                MailKind.ADDRESS_CHANGE, mailedLinks, layouts, settings, links, links::changeAddress, times);
    }

    @Bean
    MailComposer addressChangedComposer(
            Accounts accounts,
            ConsumerAccounts consumers,
            Customers customers,
            Layouts layouts,
            MailSettings settings,
            Links links) {
        return new AddressNoticeComposer(
                MailKind.ADDRESS_CHANGED, accounts, consumers, customers, layouts, settings, links);
    }

    @Bean
    MailComposer evictedComposer(
            Accounts accounts,
            ConsumerAccounts consumers,
            Customers customers,
            Layouts layouts,
            MailSettings settings,
            Links links) {
        return new AddressNoticeComposer(MailKind.EVICTED, accounts, consumers, customers, layouts, settings, links);
    }

    @Bean
    MailComposer renamedComposer(
            Accounts accounts,
            ConsumerAccounts consumers,
            Customers customers,
            Layouts layouts,
            MailSettings settings,
            Links links) {
        return new AddressNoticeComposer(MailKind.RENAMED, accounts, consumers, customers, layouts, settings, links);
    }

    @Bean
    MailComposer transferComposer(
            PendingTransfers transfers, TransferTemplates templates, Links links, MailTimes times) {
        return new TransferComposer(MailKind.TRANSFER, transfers, templates, links, times);
    }

    @Bean
    MailComposer transferReminderComposer(
            PendingTransfers transfers, TransferTemplates templates, Links links, MailTimes times) {
        return new TransferComposer(MailKind.TRANSFER_REMINDER, transfers, templates, links, times);
    }

    @Bean
    MailComposer transferNoticeComposer(
            PendingTransfers transfers, TransferTemplates templates, Links links, MailTimes times) {
        return new TransferComposer(MailKind.TRANSFER_NOTICE, transfers, templates, links, times);
    }
}
