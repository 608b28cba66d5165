package io.chodae.domain;

import io.chodae.domain.Finding.Outcome;
import io.chodae.domain.OpenPage.Page;
import io.chodae.shared.PlainText;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** Looks for the proof on the domain's web server. */
@Component
class WebProof {

    private static final int FILE_OCTETS = 4_096;
    private static final int PAGE_OCTETS = 1_048_576;

    private final OpenPage pages;

    WebProof(OpenPage pages) {
        this.pages = pages;
    }

    /** The file holds the proof and nothing else. */
    Finding file(Proof proof) {
        Page page = pages.open(proof.domain(), proof.filePath(), FILE_OCTETS);
        if (page instanceof Page.Text text) {
            String there = text.body().strip();
            boolean found = there.equals(proof.value());
            return new Finding(
                    ProofMethod.FILE,
                    found ? Outcome.FOUND : there.isEmpty() ? Outcome.NOTHING : Outcome.DIFFERENT,
                    text.address(),
                    found ? "" : PlainText.oneLine(there));
        }
        return other(ProofMethod.FILE, page);
    }

    /** The tag stands in the head, where none but the page's makers write. */
    Finding tag(Proof proof) {
        Page page = pages.open(proof.domain(), "/", PAGE_OCTETS);
        if (page instanceof Page.Text text) {
            List<String> there = Jsoup.parse(text.body()).head().select("meta[name]").stream()
                    .filter(tag -> tag.attr("name").strip().equalsIgnoreCase(proof.metaName()))
                    .map(WebProof::content)
                    .toList();
            boolean found = there.contains(proof.token());
            return new Finding(
                    ProofMethod.META,
                    found ? Outcome.FOUND : there.isEmpty() ? Outcome.NOTHING : Outcome.DIFFERENT,
                    text.address(),
                    found ? "" : there.stream().map(PlainText::oneLine).collect(Collectors.joining(" | ")));
        }
        return other(ProofMethod.META, page);
    }

    private static String content(Element tag) {
        return tag.attr("content").strip();
    }

    private static Finding other(ProofMethod method, Page page) {
        return switch (page) {
            case Page.Text text -> throw new IllegalStateException("read above");
            case Page.Status status ->
                new Finding(
                        method,
                        status.code() == 404 || status.code() == 410 ? Outcome.NOTHING : Outcome.NO_ANSWER,
                        status.address(),
                        "HTTP " + status.code());
            case Page.Elsewhere elsewhere ->
                new Finding(method, Outcome.ELSEWHERE, elsewhere.address(), PlainText.oneLine(elsewhere.to()));
            case Page.Private inside -> new Finding(method, Outcome.PRIVATE, inside.address(), "");
            case Page.NoHost unknown ->
                new Finding(method, Outcome.NO_ANSWER, unknown.address(), "no address of the host");
            case Page.TooLong tooLong -> new Finding(method, Outcome.TOO_LONG, tooLong.address(), "");
            case Page.NoAnswer none -> new Finding(method, Outcome.NO_ANSWER, none.address(), none.why());
        };
    }
}
