package io.chodae.suppression;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that hands over one mail, word by word. */
final class SmtpDialogue {

    private SmtpDialogue() {}

    /** @return the first answer that is no consent, or the last one */
    static String hand(int port, String from, String to, byte[] mail) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            OutputStream out = socket.getOutputStream();
            answer(in);
            for (String command :
                    new String[] {"EHLO mx.example.net", "MAIL FROM:<" + from + ">", "RCPT TO:<" + to + ">", "DATA"}) {
                String answer = say(out, in, command);
                if (answer.charAt(0) > '3') {
                    return answer;
                }
            }
            String text = new String(mail, StandardCharsets.ISO_8859_1).replaceAll("(?m)^\\.", "..");
            return say(out, in, text + "\r\n.");
        }
    }

    private static String say(OutputStream out, BufferedReader in, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return answer(in);
    }

    private static String answer(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        if (line == null) {
            throw new IOException("the receiver hung up");
        }
        return line;
    }
}
