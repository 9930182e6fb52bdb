package org.praxisdatenbank.account;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.web.Frame;

/**
 * What pages show to people who are signed in, around their own content.
 *
 * @param rooms the parts of the work that are open to them
 * @param done what has just been done, one sentence; null: nothing
 */
public record WorkFrame(Frame frame, SignedIn who, List<Room> rooms, @Nullable String done) {
    public WorkFrame {
        rooms = List.copyOf(rooms);
    }

    /**
     * A part of the work.
     *
     * @param path German, from the root
     */
    public record Room(String path, String textKey) {}

    /** {@code page} on the first page of that part, {@code true} on others within it, else null. */
    public @Nullable String current(Room room) {
        String here = frame.head().path();
        if (here.equals(room.path())) {
            return "page";
        }
        Optional<Room> closest = rooms.stream()
                .filter(any -> frame.isWithin(any.path()))
                .max(Comparator.comparingInt(any -> any.path().length()));
        return closest.filter(room::equals).isPresent() ? "true" : null;
    }

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }

    public String link(String path) {
        return frame.link(path);
    }
}
