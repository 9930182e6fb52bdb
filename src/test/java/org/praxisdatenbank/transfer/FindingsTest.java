package org.praxisdatenbank.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.praxisdatenbank.transfer.Records.recordWith;
import static org.praxisdatenbank.transfer.Records.source;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.praxisdatenbank.db.TestDatabase;
import org.praxisdatenbank.progress.Progress;

/** What is found in a record: the field, the value, what is wrong and what to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FindingsTest {
    private static final String LONG = "x".repeat(2_001);

    private final TestDatabase database = TestDatabase.create();
    private final Importer importer =
            new Importer(new ImportStore(database.database().jdbi()), ImportLimits.DEFAULT);

    @AfterAll
    void close() {
        database.close();
    }

    private List<Finding> findings(String record) {
        // Every test has the id demo; only a dry run leaves the database as it was.
        return importer.run(source("a.jsonl", record), true, Progress.NONE)
                .findings()
                .first();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(
                        "'colour':'red'", "colour", "red", "there is no such field; remove it, or use one of id, type"),
                arguments("'sumary':'S'", "sumary", "S", "there is no such field; did you mean \"summary\"?"),
                arguments("'states':'DE-BY'", "states", "DE-BY", "is text, but must be a list: [ ]"),
                arguments("'states':['DE-BX']", "states[0]", "DE-BX", "there is no such id; did you mean \"DE-B"),
                arguments("'states':['Bayern']", "states[0]", "Bayern", "there is no such id; did you mean \"DE-BY\"?"),
                arguments("'states':['Atlantis']", "states[0]", "Atlantis", "there is no such id; use one of DE-BW, "),
                arguments("'states':[7]", "states[0]", "7", "is a number, but must be text: one id"),
                arguments("'states':[null]", "states[0]", "null", "is null, but must be text: one id"),
                arguments("'states':['DE-BY','DE-BY']", "states[1]", "DE-BY", "stands more than once in the list"),
                arguments(
                        "'fields_of_action':['bewegugn']",
                        "fields_of_action[0]",
                        "bewegugn",
                        "there is no such id; did you mean \"bewegung\"?"),
                arguments(
                        "'fields_of_action':['qqqqqqqqqq']",
                        "fields_of_action[0]",
                        "qqqqqqqqqq",
                        "there is no such id; use one that /api/v1/vocabularies lists under \"field\""),
                arguments("'settings':['']", "settings[0]", "", "there is no such id;"),
                arguments("'criteria':{}", "criteria", "{}", "is an object, but must be a list"),
                arguments("'criteria':['konzeption']", "criteria[0]", "konzeption", "is text, but must be an object"),
                arguments("'criteria':[{}]", "criteria[0].id", null, "the field is missing"),
                arguments(
                        "'criteria':[{'id':'konzept'}]",
                        "criteria[0].id",
                        "konzept",
                        "there is no such id; did you mean \"konzeption\"?"),
                arguments(
                        "'criteria':[{'id':'konzeption'},{'id':'konzeption','level':2}]",
                        "criteria[1].id",
                        "konzeption",
                        "the criterion stands more than once"),
                arguments(criterion("'level':0"), "criteria[0].level", "0", "must be a whole number from 1 to 5"),
                arguments(criterion("'level':6"), "criteria[0].level", "6", "must be a whole number from 1 to 5"),
                arguments(criterion("'level':2.5"), "criteria[0].level", "2.5", "must be a whole number from 1 to 5"),
                arguments(criterion("'level':1e9"), "criteria[0].level", "1e9", "must be a whole number from 1 to 5"),
                arguments(
                        criterion("'level':'3'"),
                        "criteria[0].level",
                        "3",
                        "is text, but must be a whole number from 1 to 5, without quotation marks"),
                arguments(criterion("'note':''"), "criteria[0].note", "", "is empty; leave the field out instead"),
                arguments(
                        criterion("'levl':3"), "criteria[0].levl", "3", "there is no such field; did you mean \"level"),
                arguments("'description':7", "description", "7", "is a number, but must be text in quotation marks"),
                arguments("'description':' \\n '", "description", " \\u000a ", "is empty; leave the field out instead"),
                arguments(
                        "'place':'a\\nb'", "place", "a\\u000ab", "holds the control character \\u000a; remove it; the"),
                arguments(
                        "'description':'a\\u0000b'",
                        "description",
                        "a\\u0000b",
                        "holds the control character \\u0000; remove it; a line ends with \\n"),
                arguments(
                        "'place':'\\ud83d'", "place", "\\ud83d", "holds half of a character, \\ud83d; write the whole"),
                arguments("'postal_code':24937", "postal_code", "24937", "is a number, but must be text in quotation"),
                arguments("'postal_code':'D-24937'", "postal_code", "D-24937", "must be five digits"),
                arguments("'good_practice':'yes'", "good_practice", "yes", "is text, but must be true or false"),
                arguments(
                        "'good_practice':true,'good_practice_year':1989",
                        "good_practice_year",
                        "1989",
                        "must be a whole number from 1990 to 2100"),
                arguments(
                        "'good_practice':false,'good_practice_year':2005",
                        "good_practice_year",
                        "2005",
                        "belongs to good_practice true only"),
                arguments(
                        "'good_practice_year':2005",
                        "good_practice_year",
                        "2005",
                        "belongs to good_practice true only"),
                arguments(
                        "'good_practice_description':'Text'",
                        "good_practice_description",
                        "Text",
                        "is text, but must be an object"),
                arguments(
                        "'good_practice_description':{'background':'B'}",
                        "good_practice_description",
                        null,
                        "belongs to good_practice true only"),
                arguments(
                        "'good_practice':true,'good_practice_description':{}",
                        "good_practice_description",
                        null,
                        "is empty; leave the field out instead"),
                arguments(
                        "'good_practice':true,'good_practice_description':{'background':'B','lesons':'L'}",
                        "good_practice_description.lesons",
                        "L",
                        "there is no such field; did you mean \"lessons\"?"),
                arguments(
                        "'good_practice':true,'good_practice_description':{'criteria':[{'id':'konzeptoin','text':'T'}]}",
                        "good_practice_description.criteria[0].id",
                        "konzeptoin",
                        "there is no such id; did you mean \"konzeption\"?"),
                arguments(
                        "'good_practice':true,'good_practice_description':{'criteria':['konzeption'],'lessons':'L'}",
                        "good_practice_description.criteria[0]",
                        "konzeption",
                        "is text, but must be an object"),
                arguments(
                        "'good_practice':true,'good_practice_description':{'lessons':'L','criteria':[{'id':'konzeption'}]}",
                        "good_practice_description.criteria[0].text",
                        null,
                        "the field is missing"),
                arguments("'start':'204'", "start", "204", "is no date; write it as YYYY, YYYY-MM or YYYY-MM-DD"),
                arguments("'start':2004", "start", "2004", "is a number, but must be text in quotation marks"),
                arguments("'start':'open'", "start", "open", "is no date; write it as YYYY"),
                arguments("'end':'2007-02-30'", "end", "2007-02-30", "is no date; write it as YYYY"),
                arguments("'start':'2007-09','end':'2007-08'", "end", "2007-08", "lies before the start, 2007-09"),
                arguments("'confirmed':'2025-03'", "confirmed", "2025-03", "is no day; write it as YYYY-MM-DD"),
                arguments(
                        "'website':'javascript:alert(1)'",
                        "website",
                        "javascript:alert(1)",
                        "must be a web address that"),
                arguments("'website':'www.example.org'", "website", "www.example.org", "must be a web address that"),
                arguments("'website':'http://'", "website", "http://", "must be a web address that"),
                arguments("'website':'https://a b/'", "website", "https://a b/", "must be a web address that"),
                arguments("'source_url':'HTTPS://a.de'", "source_url", "HTTPS://a.de", "must be a web address that"),
                arguments(
                        "'origin':'praxis'", "origin", "praxis", "there is no such id; did you mean \"praxisdatenbank"),
                arguments(
                        "'website':'http://" + LONG + "'",
                        "website",
                        "http://" + "x".repeat(73) + "…",
                        "has 2,008 characters, 2,000 are allowed; shorten it"),
                arguments("'place':'A','place':'B'", "place", null, "the field stands more than once in one object"));
    }

    private static String criterion(String field) {
        return "'criteria':[{'id':'konzeption'," + field + "}]";
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_is_named_with_field_value_and_advice(
            String fields, String field, @Nullable String value, String message) {
        List<Finding> findings = findings(recordWith(fields.replace('\'', '"')));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding).returns("demo", Finding::id).returns(field, Finding::field);
            assertThat(finding.value()).isEqualTo(value);
            assertThat(finding.message()).startsWith(message);
        });
    }

    static Stream<Arguments> faultsOfRequiredFields() {
        return Stream.of(
                arguments("{'id':'abc','title':'T','summary':'S'}", "type", "the field is missing; every record needs"),
                arguments("{'id':'abc','type':null,'title':'T','summary':'S'}", "type", "the field is missing"),
                arguments(
                        "{'id':'abc','type':'projekt','title':'T','summary':'S'}", "type", "there is no such id; did"),
                arguments("{'id':'abc','type':'project','summary':'S'}", "title", "the field is missing"),
                arguments(
                        "{'id':'abc','type':'project','title':'T','summary':' '}", "summary", "is empty; every record"),
                arguments("{'type':'project','title':'T','summary':'S'}", "id", "the field is missing"),
                arguments("{'id':7,'type':'project','title':'T','summary':'S'}", "id", "is a number, but must be text"),
                arguments("{'id':'ab','type':'project','title':'T','summary':'S'}", "id", "must be 3 to 120 of a-z"),
                arguments(
                        "{'id':'Größe','type':'project','title':'T','summary':'S'}", "id", "must be 3 to 120 of a-z"));
    }

    @ParameterizedTest
    @MethodSource("faultsOfRequiredFields")
    void what_is_required_must_be_there_and_right(String record, String field, String message) {
        assertThat(findings(record.replace('\'', '"'))).singleElement().satisfies(finding -> {
            assertThat(finding.field()).isEqualTo(field);
            assertThat(finding.message()).startsWith(message);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'description':null,'states':null,'criteria':null,'good_practice':null,'end':null,'origin':null",
                "'description':'Erster Absatz.\\n\\n\\tZweiter.','place':'a\\u007fb'",
                "'start':'2007','end':'2007-03'",
                "'start':'2007-05','end':'open'",
                "'website':'https://www.müller.de/straße?a=b#c'",
                "'place':'Fr\\u00e4nkisch-Crumbach \\ud83d\\ude00'",
                "'criteria':[{'id':'konzeption','level':null,'note':null}]",
                "'good_practice':true,'good_practice_year':2005,'confirmed':'2025-03-01'"
            })
    void what_the_format_allows_is_taken(String fields) {
        assertThat(findings(recordWith(fields.replace('\'', '"')))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"text\"", "[]", "null", "true"})
    void a_record_must_be_an_object(String record) {
        assertThat(findings("{}\n" + record).getLast().message()).endsWith("but every record must be an object: { }");
    }
}
