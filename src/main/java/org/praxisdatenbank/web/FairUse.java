package org.praxisdatenbank.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.web.Turns.Turn;

/**
 * Stands before everything else: lets in what can be worked on, and refuses the rest at once, each visitor by what they
 * have asked for already and all by how much is being worked on. Safe for use by any thread.
 */
final class FairUse implements Filter {
    private static final String SEARCHING = "searching";
    private static final String CHEAP = "cheap";
    /** The attribute that holds the {@link Visitor}; missing for somebody on this machine. */
    static final String VISITOR = "visitor";

    private static final int CHEAP_TOKENS = 1;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Visitors visitors;
    private final Budget budget;
    private final Turns turns;
    private final ReadyRefusals refusals;
    private final Consumer<HttpStatus> refused;

    /** @param refused is told of each refusal */
    FairUse(Visitors visitors, Budget budget, Turns turns, ReadyRefusals refusals, Consumer<HttpStatus> refused) {
        this.visitors = visitors;
        this.budget = budget;
        this.turns = turns;
        this.refusals = refusals;
        this.refused = refused;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answer, FilterChain next)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        Cost cost = Cost.of(path(request), request.getQueryString());
        if (cost.work() == Cost.Work.FREE) {
            next.doFilter(asked, answer);
            return;
        }
        @Nullable Visitor visitor = visitors.of(request);
        request.setAttribute(VISITOR, visitor);
        long wait = visitor == null ? 0 : budget.pay(visitor, cost.tokens());
        if (wait > 0) {
            refuse(request, (HttpServletResponse) answer, HttpStatus.TOO_MANY_REQUESTS, wait);
            return;
        }
        if (!work(cost.work(), request, answer, next)) {
            if (visitor != null) {
                budget.giveBack(visitor, cost.tokens());
            }
            refuse(request, (HttpServletResponse) answer, HttpStatus.SERVICE_UNAVAILABLE, RETRY_AFTER_SECONDS);
        } else if (visitor != null && request.getAttribute(CHEAP) != null && cost.tokens() > CHEAP_TOKENS) {
            budget.giveBack(visitor, cost.tokens() - CHEAP_TOKENS);
        }
    }

    /** The answer was there already: it costs what the cheapest page costs, whatever its address looked like. */
    static void wasCheap(Context request) {
        request.attribute(CHEAP, true);
    }

    /** As routes see it: decoded, so that no spelling makes a search look cheaper than it is. */
    private static String path(HttpServletRequest request) {
        return request.getPathInfo() == null ? request.getServletPath() : request.getPathInfo();
    }

    /** Returns false where it is nobody's turn. */
    private boolean work(Cost.Work work, HttpServletRequest request, ServletResponse answer, FilterChain next)
            throws IOException, ServletException {
        try (@Nullable Turn turn = turns.request()) {
            if (turn == null) {
                return false;
            }
            if (work != Cost.Work.SEARCHING) {
                next.doFilter(request, answer);
                return true;
            }
            return search(request, answer, next);
        }
    }

    private boolean search(HttpServletRequest request, ServletResponse answer, FilterChain next)
            throws IOException, ServletException {
        try (@Nullable Turn turn = turns.search()) {
            if (turn == null) {
                return false;
            }
            request.setAttribute(SEARCHING, turn);
            next.doFilter(request, answer);
            return true;
        }
    }

    /** When the answer is made the next search may begin: sending takes as long as the visitor's line does. */
    static void endSearch(Context request) {
        @Nullable Turn turn = request.attribute(SEARCHING);
        if (turn != null) {
            turn.close();
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse answer, HttpStatus status, long seconds)
            throws IOException {
        refused.accept(status);
        refusals.answer(request, answer, status, seconds);
    }
}
