package org.praxisdatenbank.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection that is kept open, with as little of its own as can be: what it measures is the server. Only to this
 * very machine. For one thread.
 */
final class HttpLine implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final String host;
    private final InetSocketAddress address;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();
    private boolean isOpen;

    /** @param address {@code http://127.0.0.1:8080}; another machine is refused */
    HttpLine(String address) {
        URI uri = URI.create(address);
        InetAddress machine = new InetSocketAddress(uri.getHost(), uri.getPort()).getAddress();
        if (machine == null || !machine.isLoopbackAddress()) {
            throw new IllegalArgumentException("only this machine may be put under load, not " + address);
        }
        this.host = uri.getHost() + ":" + uri.getPort();
        this.address = new InetSocketAddress(machine, uri.getPort());
    }

    /** What came back. */
    static final class Answer {
        private final int status;
        private final byte[] body;

        private Answer(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        /** Of HTTP. */
        int status() {
            return status;
        }

        /** Not to be changed. */
        byte[] body() {
            return body;
        }

        @Override
        public String toString() {
            return status + " " + new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Asks and reads to the end; connects where there is no connection. */
    Answer get(String path) throws IOException {
        if (!isOpen) {
            open();
        }
        try {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return read();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void open() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(address, PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 65_536);
        isOpen = true;
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean isChunked = false;
        boolean isLast = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith("content-length:")) {
                length = Integer.parseInt(name.substring("content-length:".length()).strip());
            }
            isChunked |= name.equals("transfer-encoding: chunked");
            isLast |= name.equals("connection: close");
        }
        byte[] body = isChunked ? chunks() : bytes(length);
        if (isLast) {
            close();
        }
        return new Answer(status, body);
    }

    private byte[] chunks() throws IOException {
        byte[] body = new byte[0];
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            byte[] chunk = bytes(size);
            byte[] longer = new byte[body.length + size];
            System.arraycopy(body, 0, longer, 0, body.length);
            System.arraycopy(chunk, 0, longer, body.length, size);
            body = longer;
            line();
        }
        line();
        return body;
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ended early");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        isOpen = false;
        socket.close();
    }
}
