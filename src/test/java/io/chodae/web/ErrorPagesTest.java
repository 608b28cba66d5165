package io.chodae.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.shared.Language;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Each status has words of its own; one that has none borrows those of its kind. */
class ErrorPagesTest {

    @ParameterizedTest
    @CsvSource({
        "400,400", "403,403", "404,404", "405,405", "413,413", "429,429", "500,500", "409,400", "415,400", "503,500"
    })
    void everyStatusSaysWhatToDoInBothLanguages(int status, int words) {
        for (Language language : Language.values()) {
            String page = render(status, language.locale());
            assertThat(page)
                    .contains(texts().getMessage("web.error." + words + ".title", null, language.locale()))
                    .contains(texts().getMessage("web.error." + words + ".text", null, language.locale()))
                    .doesNotContain("??");
        }
    }

    private static String render(int status, Locale locale) {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(texts());
        engine.setLinkBuilder(new org.thymeleaf.linkbuilder.AbstractLinkBuilder() {
            @Override
            public String buildLink(
                    org.thymeleaf.context.IExpressionContext context, String base, Map<String, Object> parameters) {
                return base;
            }
        });
        Context context = new Context(locale);
        context.setVariable("status", status);
        return engine.process("error", context);
    }

    private static ResourceBundleMessageSource texts() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/web");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }
}
