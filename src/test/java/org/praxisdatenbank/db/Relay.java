package org.praxisdatenbank.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Stands between a program and its PostgreSQL, and fails in the ways in which servers and networks do. */
@NullMarked
public final class Relay implements AutoCloseable {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    /** Never listens; while it has the port, no other program gets it. */
    private final Socket reserved = new Socket();

    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile boolean isSilent;
    private @Nullable Listener listener;

    private Relay(int target) throws IOException {
        this.target = target;
        reserved.setReuseAddress(true);
        reserved.bind(new InetSocketAddress(HERE, 0));
        this.port = reserved.getLocalPort();
        this.listener = listen();
    }

    /** Leads to where an address does, on this machine. */
    public static Relay to(DatabaseAddress address) {
        try {
            return new Relay(port(address));
        } catch (IOException e) {
            throw new UncheckedIOException("opening a relay", e);
        }
    }

    private static int port(DatabaseAddress address) {
        return Integer.parseInt(address.jdbcUrl().replaceAll(".*:(\\d+)/.*", "$1"));
    }

    /** The same database through this. */
    public DatabaseAddress through(DatabaseAddress address) {
        String url = address.jdbcUrl().replaceFirst(":\\d+/", ":" + port + "/");
        return new DatabaseAddress(url, address.user(), address.password());
    }

    /** New connections lead there; those there are stay. */
    public void leadTo(DatabaseAddress address) {
        target = port(address);
    }

    /** Ends all connections at once, as a server that is killed does. */
    public void cut() {
        sockets.forEach(Relay::close);
        sockets.clear();
    }

    /** Nothing listens any more, and all connections are cut. */
    public synchronized void goAway() {
        if (listener != null) {
            listener.close();
            listener = null;
        }
        cut();
    }

    /** Nothing that is sent arrives any more, as in a network that is broken; nobody is told. */
    public void fallSilent() {
        isSilent = true;
    }

    /** All is well again for new connections; those that were silenced are cut. */
    public synchronized void comeBack() {
        if (isSilent) {
            isSilent = false;
            cut();
        }
        if (listener == null) {
            try {
                listener = listen();
            } catch (IOException e) {
                throw new UncheckedIOException("listening again", e);
            }
        }
    }

    private Listener listen() throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(HERE, port));
        ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
        thread.execute(() -> {
            while (!socket.isClosed()) {
                try {
                    connect(socket.accept());
                } catch (IOException closed) {
                    // whoever came will try again
                }
            }
        });
        return new Listener(socket, thread);
    }

    private void connect(Socket client) throws IOException {
        sockets.add(client);
        Socket server;
        try {
            server = new Socket(HERE, target);
        } catch (IOException refused) {
            close(client);
            throw refused;
        }
        sockets.add(server);
        pump(client, server);
        pump(server, client);
    }

    private void pump(Socket from, Socket into) {
        Thread.ofVirtual().start(() -> {
            byte[] bytes = new byte[8192];
            try (from;
                    into) {
                InputStream in = from.getInputStream();
                OutputStream out = into.getOutputStream();
                for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                    if (!isSilent) {
                        out.write(bytes, 0, read);
                    }
                }
            } catch (IOException cut) {
                // the other end notices
            }
            sockets.remove(from);
            sockets.remove(into);
        });
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            throw new IllegalStateException("closing " + open, e);
        }
    }

    @Override
    public void close() {
        goAway();
        close(reserved);
    }

    /** The port is free again only once the thread that accepts has noticed the end. */
    private record Listener(ServerSocket socket, ExecutorService thread) implements AutoCloseable {
        @Override
        public void close() {
            Relay.close(socket);
            thread.close();
        }
    }
}
