package org.praxisdatenbank.api;

import java.util.List;
import org.praxisdatenbank.web.Frame;

/**
 * The description of the interface for people. What comes from the OpenAPI document is English.
 *
 * @param parameters of the search
 */
public record ApiPage(
        Frame frame, List<Endpoint> endpoints, List<Parameter> parameters, Answers answers, Example example) {
    public ApiPage {
        endpoints = List.copyOf(endpoints);
        parameters = List.copyOf(parameters);
    }

    /** Ways to write a query; each has a key in the texts. */
    public List<String> queryLanguage() {
        return List.of("words", "phrase", "or", "not", "prefix", "similar", "field");
    }

    /** @param path with its parameters in braces */
    public record Endpoint(String path, String summary, String description) {}

    /**
     * A parameter, or several that differ in nothing but their names.
     *
     * @param limits what is allowed, phrase by phrase
     */
    public record Parameter(List<String> names, String description, List<String> limits) {
        public Parameter {
            names = List.copyOf(names);
            limits = List.copyOf(limits);
        }
    }

    /** What comes back: objects, and refusals. */
    public record Answers(List<Schema> schemas, List<ProblemType> problems) {
        public Answers {
            schemas = List.copyOf(schemas);
            problems = List.copyOf(problems);
        }
    }

    /** An object of the answers. */
    public record Schema(String name, String description, List<Field> fields) {
        public Schema {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A field of an object.
     *
     * @param isOptional whether it may be absent
     * @param limits what is allowed, phrase by phrase
     */
    public record Field(String name, String type, boolean isOptional, String description, List<String> limits) {
        public Field {
            limits = List.copyOf(limits);
        }
    }

    /** @param type the {@code type} of a refusal, {@code /api#not-found} */
    public record ProblemType(String type, String title, String description) {
        /** The part behind {@code #}, as the page's anchor. */
        public String anchor() {
            return type.substring(type.indexOf('#') + 1);
        }
    }

    /**
     * A search in the API and its answer.
     *
     * @param request complete address
     * @param answer indented JSON
     * @param bulk address of the first of the fewest requests that read everything
     */
    public record Example(String request, String answer, String bulk) {}
}
