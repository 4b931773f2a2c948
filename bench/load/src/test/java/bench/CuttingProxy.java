package bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A connection that breaks: every other one in the middle of the request, every other one once the server has answered
 * and before the answer arrives, which is the case that makes people press twice.
 */
final class CuttingProxy {
    private static final int SOME_OF_THE_REQUEST = 300;

    private final ServerSocket here;
    private final int server;
    private final AtomicInteger taken = new AtomicInteger();

    CuttingProxy(int server) {
        this.server = server;
        try {
            here = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread doorman = new Thread(this::take, "cutting-proxy");
        doorman.setDaemon(true);
        doorman.start();
    }

    int port() {
        return here.getLocalPort();
    }

    private void take() {
        while (true) {
            try {
                Socket client = here.accept();
                boolean early = taken.getAndIncrement() % 2 == 0;
                Thread one = new Thread(() -> serve(client, early), "cut");
                one.setDaemon(true);
                one.start();
            } catch (IOException over) {
                return;
            }
        }
    }

    private void serve(Socket client, boolean early) {
        try (client;
                Socket onward = new Socket(InetAddress.getLoopbackAddress(), server)) {
            if (early) {
                onward.getOutputStream().write(client.getInputStream().readNBytes(SOME_OF_THE_REQUEST));
                onward.getOutputStream().flush();
                return;
            }
            Thread request = new Thread(() -> copy(client, onward), "cut-request");
            request.setDaemon(true);
            request.start();
            onward.getInputStream().read();
        } catch (IOException cut) {
            // that is what it is for
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            byte[] piece = new byte[4096];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                to.getOutputStream().write(piece, 0, read);
            }
        } catch (IOException cut) {
            // the other side has closed
        }
    }
}
