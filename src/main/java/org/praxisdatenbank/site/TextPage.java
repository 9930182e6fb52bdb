package org.praxisdatenbank.site;

import org.praxisdatenbank.web.Frame;

/** A page that consists of texts alone. */
public record TextPage(Frame frame) {}
