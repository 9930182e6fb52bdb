package org.praxisdatenbank.web;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Lets routes answer HEAD as they answer GET, headers and status included; Jetty leaves the body out when it sends.
 * Javalin alone would say 200 to every HEAD without asking the route.
 */
final class HeadAsGet implements HttpConfiguration.Customizer {
    /** Attribute of such a request, for routes whose answer has no end. */
    static final String IS_HEAD = "org.praxisdatenbank.head";

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        if (!HttpMethod.HEAD.is(request.getMethod())) {
            return request;
        }
        request.setAttribute(IS_HEAD, true);
        return new AsGet(request);
    }

    private static final class AsGet extends Request.Wrapper {
        AsGet(Request request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.asString();
        }
    }
}
