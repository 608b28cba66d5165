package play;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The one page of this Play, in Korean or English. */
final class Page {

    private final boolean korean;

    Page(String acceptLanguage) {
        this.korean = acceptLanguage.startsWith("ko");
    }

    String signedOut(String refusal) {
        String note = refusal == null
                ? ""
                : "<p role=\"alert\">" + text("Chodae에서 들여보내지 않았어요", "Chodae did not let you in") + ": <code id=\"refusal\">"
                        + escaped(refusal) + "</code></p>";
        return page(note + "<p>" + text("초대받은 사람만 쓸 수 있어요.", "Only invited people can use this Play.") + "</p>"
                + "<p><a id=\"sign-in\" href=\"/sign-in\">" + text("Chodae로 로그인", "Sign in with Chodae") + "</a></p>");
    }

    String signedIn(Map<String, Object> claims) {
        String rows = new TreeMap<>(claims)
                .entrySet().stream()
                        .map(claim -> "<dt>" + escaped(claim.getKey()) + "</dt><dd id=\"claim-" + escaped(claim.getKey())
                                + "\">" + escaped(claim.getValue()) + "</dd>")
                        .collect(Collectors.joining());
        return page("<p>" + text("반가워요! Chodae에서 받은 정보예요.", "Welcome! This is what Chodae told me of you.") + "</p><dl>"
                + rows + "</dl>"
                + button("refresh", text("지금도 쓸 수 있는지 다시 묻기", "Ask again whether you may"))
                + button("sign-out", text("로그아웃", "Sign out")));
    }

    private String page(String body) {
        String title = text("샘플 Play", "A sample Play");
        return "<!DOCTYPE html><html lang=\"" + text("ko", "en") + "\"><head><meta charset=\"UTF-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + title
                + "</title></head><body><main><h1>" + title + "</h1>" + body + "</main></body></html>";
    }

    private static String button(String path, String label) {
        return "<form method=\"post\" action=\"/" + path + "\"><button id=\"" + path + "\">" + label + "</button></form>";
    }

    private String text(String ko, String en) {
        return korean ? ko : en;
    }

    private static String escaped(Object value) {
        return Objects.toString(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
