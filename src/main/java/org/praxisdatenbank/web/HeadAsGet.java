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

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        return HttpMethod.HEAD.is(request.getMethod()) ? new AsGet(request) : request;
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
