package org.praxisdatenbank.site;

import org.praxisdatenbank.web.Frame;

/** A page that consists of the operator's text alone. */
public record TextPage(Frame frame, SiteText text) {}
