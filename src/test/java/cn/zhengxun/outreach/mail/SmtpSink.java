package cn.zhengxun.outreach.mail;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A relay on a real socket, with a thread for each connection, that remembers what it took. With faults on it refuses,
 * by the number in the address, 2 % for good and 10 % at their first two attempts, each in several ways.
 */
class SmtpSink implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("<\\D*(\\d+)@");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?i)^Message-ID:\\s*<(.*)>\\s*$");
    private final ServerSocket server;
    private final boolean faults;
    private final List<Taken> taken = new ArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final Map<Integer, AtomicInteger> attempts = new ConcurrentHashMap<>();

    /** A mail that was answered by 250, or was about to be. */
    record Taken(String messageId, int number, long nanos) {}

    SmtpSink(boolean faults) throws IOException {
        this.faults = faults;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread(this::accept);
    }

    static boolean refusedForGood(int number) {
        return number % 50 == 7;
    }

    static boolean refusedForNow(int number) {
        return number % 10 == 3;
    }

    int port() {
        return server.getLocalPort();
    }

    List<Taken> taken() {
        synchronized (taken) {
            return List.copyOf(taken);
        }
    }

    int count() {
        return count.get();
    }

    int connections() {
        return connections.get();
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "smtp-sink");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                connections.incrementAndGet();
                thread(() -> serve(client));
            } catch (SocketException closed) {
                return;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            talk(
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1)),
                    new BufferedWriter(new OutputStreamWriter(client.getOutputStream(), StandardCharsets.ISO_8859_1)));
        } catch (IOException gone) {
            // killed in the middle of a mail, as is intended
        }
    }

    private void talk(BufferedReader in, Writer out) throws IOException {
        say(out, "220 sink ready");
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
            switch (verb) {
                case "RCPT" -> {
                    number = number(line);
                    String refusal = refusal(number);
                    say(out, refusal);
                    if (refusal.startsWith("421")) {
                        return;
                    }
                }
                case "DATA" -> {
                    say(out, "354 go on");
                    String id = data(in);
                    if (id == null) {
                        return;
                    }
                    synchronized (taken) {
                        taken.add(new Taken(id, number, System.nanoTime()));
                    }
                    count.incrementAndGet();
                    say(out, "250 2.0.0 taken");
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 ok");
            }
        }
    }

    private static int number(String line) {
        Matcher number = NUMBER.matcher(line);
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    private String refusal(int number) {
        if (faults && refusedForGood(number)) {
            return "550 5.1.1 no such user";
        }
        if (faults && refusedForNow(number)) {
            int attempt =
                    attempts.computeIfAbsent(number, n -> new AtomicInteger()).incrementAndGet();
            if (attempt == 1) {
                return number % 20 == 3 ? "451 4.3.0 try later" : "452 4.2.2 mailbox full";
            }
            if (attempt == 2) {
                return number % 20 == 3 ? "421 4.3.2 closing" : "552 5.2.2 mailbox full";
            }
        }
        return "250 2.1.5 ok";
    }

    /** @return the Message-ID; null where the connection broke within the mail */
    private static String data(BufferedReader in) throws IOException {
        String id = "";
        boolean header = true;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                return id;
            }
            header = header && !line.isEmpty();
            Matcher found = header ? MESSAGE_ID.matcher(line) : null;
            if (found != null && found.matches()) {
                id = found.group(1);
            }
        }
        return null;
    }

    private static void say(Writer out, String reply) throws IOException {
        out.write(reply + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
