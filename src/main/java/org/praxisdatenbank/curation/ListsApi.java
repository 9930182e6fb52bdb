package org.praxisdatenbank.curation;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.praxisdatenbank.curation.Entered.Part;
import org.praxisdatenbank.curation.ListJson.Counted;
import org.praxisdatenbank.problem.Problem;
import org.praxisdatenbank.problem.Said;
import org.praxisdatenbank.review.Awaited;
import org.praxisdatenbank.token.Holder;
import org.praxisdatenbank.token.Permission;
import org.praxisdatenbank.token.TokenApi;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.Vocabulary;
import org.praxisdatenbank.web.Json;
import org.praxisdatenbank.web.PageKit;
import org.praxisdatenbank.web.Routes;
import org.praxisdatenbank.web.SentJson;
import org.praxisdatenbank.web.Texts;

/** The lists that can be edited, for programs: what is in them, what an edit would change, and doing it. */
public final class ListsApi implements Routes {
    private static final String LISTS = "/vocabularies";
    private static final String LIST = LISTS + "/{list}";
    private static final String TERM = LIST + "/terms/{term}";

    private final TokenApi api;
    private final Texts english;
    private final ListDesk desk;
    private final Awaited awaited;

    public ListsApi(TokenApi api, PageKit pages, ListDesk desk, Awaited awaited) {
        this.api = api;
        this.english = pages.texts(Locale.ENGLISH);
        this.desk = desk;
        this.awaited = awaited;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi server) {
        api.get(server, LISTS, Permission.VOCABULARIES, (request, who) -> showAll(request));
        api.get(server, LIST, Permission.VOCABULARIES, (request, who) -> show(request));
        api.get(server, TERM, Permission.VOCABULARIES, (request, who) -> showTerm(request));
        api.post(server, LIST + "/terms", Permission.VOCABULARIES, this::add);
        for (EditKind kind : EditKind.OF_TERM) {
            api.post(
                    server,
                    TERM + "/" + kind.id(),
                    Permission.VOCABULARIES,
                    (request, who) -> change(request, who, kind));
        }
    }

    private Vocabulary list(Context request) {
        String id = request.pathParam("list");
        return desk.list(id).orElseThrow(() -> new Problem.NotFound("list", id).raise());
    }

    private Term term(Context request) {
        String id = request.pathParam("term");
        return desk.lists().named(list(request), id).orElseThrow(() -> new Problem.NotFound("term", id).raise());
    }

    private void showAll(Context request) {
        desk.lists().refresh();
        List<Counted> lists = Vocabulary.EDITABLE.stream().map(this::counted).toList();
        Json.answer(request, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("vocabularies");
            for (Counted list : lists) {
                ListJson.write(json, list, desk.lists());
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void show(Context request) {
        Counted list = counted(list(request));
        Json.answer(request, json -> ListJson.write(json, list, desk.lists()));
    }

    private Counted counted(Vocabulary list) {
        long version = desk.version(list); // before its terms: what changes meanwhile is noticed by whoever edits then
        desk.lists().refresh();
        return new Counted(
                list, version, desk.lists().terms(list), desk.affected().published(list));
    }

    private void showTerm(Context request) {
        Term term = term(request);
        long version = desk.version(term.id().vocabulary());
        AffectedStore.Affected affected = desk.affected().of(term.id());
        Json.answer(request, json -> ListJson.write(json, term, version, affected, desk.lists()));
    }

    private void add(Context request, Holder who) {
        SentJson sent = SentJson.of(request);
        proceed(request, who, sent, desk.add(list(request), entered(sent)));
    }

    private void change(Context request, Holder who, EditKind kind) {
        Term term = term(request);
        SentJson sent = SentJson.of(request);
        proceed(request, who, sent, desk.change(kind, term, entered(sent)));
    }

    private static Entered entered(SentJson sent) {
        Map<Part, String> texts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            sent.find(field(part)).ifPresent(text -> texts.put(part, text));
        }
        return new Entered(texts);
    }

    private static String field(Part part) {
        return switch (part) {
            case ID -> "id";
            case GERMAN -> "label.de";
            case ENGLISH -> "label.en";
            case AFTER -> "after";
            case INTO -> "into";
            case STATE -> "retired";
        };
    }

    private void proceed(Context request, Holder who, SentJson sent, Reading reading) {
        Edit edit =
                switch (reading) {
                    case Reading.Right right -> right.edit();
                    case Reading.Faulty faulty -> {
                        Reading.Wrong wrong = faulty.wrong().getFirst();
                        throw new Problem.Invalid(field(wrong.part()), wrong.textKey()).raise();
                    }
                };
        Preview preview = desk.preview(edit, english);
        if (TokenApi.isDryRun(request)) {
            Json.answer(request, json -> ListJson.write(json, preview, Optional.empty()));
            return;
        }
        switch (desk.apply(edit, sent.version(), TokenApi.doer(request, who))) {
            case Outcome.Overtaken overtaken -> throw new Problem.Conflict(Said.of("lists.overtaken.program")).raise();
            case Outcome.Done done -> {
                boolean isFound = done.transaction().isEmpty()
                        || awaited.isFound(done.transaction().getAsLong());
                Preview now = preview.at(desk.version(edit.list()));
                Json.answer(request, json -> ListJson.write(json, now, Optional.of(isFound)));
            }
        }
    }
}
