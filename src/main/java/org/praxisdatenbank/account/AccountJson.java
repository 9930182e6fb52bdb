package org.praxisdatenbank.account;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.account.AuditStore.Entry;
import org.praxisdatenbank.account.IdentityStore.Linked;

/** All that is known of a person. */
final class AccountJson {
    private AccountJson() {}

    static void write(
            JsonGenerator json, Account account, List<Linked> identities, List<Session> sessions, List<Entry> entries)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("id", account.id().toString());
        json.writeStringField("name", account.person().name());
        json.writeStringField("email", account.person().email());
        json.writeStringField("role", account.role().id());
        writeText(json, "provider", account.scope().provider());
        json.writeArrayFieldStart("states");
        for (String state : account.scope().states().stream().sorted().toList()) {
            json.writeString(state);
        }
        json.writeEndArray();
        writeText(json, "signed_in", account.state().signedIn());
        json.writeArrayFieldStart("identities");
        for (Linked linked : identities) {
            json.writeStartObject();
            json.writeStringField("issuer", linked.identity().issuer());
            json.writeStringField("subject", linked.identity().subject());
            json.writeStringField("linked", linked.since().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("sessions");
        for (Session session : sessions) {
            json.writeStartObject();
            json.writeStringField("device", session.device());
            json.writeStringField("begun", session.begun().toString());
            json.writeStringField("seen", session.seen().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("done");
        for (Entry entry : entries) {
            write(json, entry);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** A line of the audit log. */
    static void write(JsonGenerator json, Entry entry) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", entry.number());
        json.writeStringField("made", entry.made().toString());
        writeText(json, "account", entry.doer().account());
        writeText(json, "token", entry.doer().token());
        json.writeStringField("action", entry.deed().action());
        writeText(json, "subject", entry.deed().subject());
        writeText(json, "detail", entry.deed().detail());
        writeText(json, "origin", entry.doer().origin());
        json.writeEndObject();
    }

    private static void writeText(JsonGenerator json, String name, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value.toString());
        }
    }
}
