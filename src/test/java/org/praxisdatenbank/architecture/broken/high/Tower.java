package org.praxisdatenbank.architecture.broken.high;

import org.praxisdatenbank.architecture.broken.low.Cellar;

/** May know the cellar. */
public record Tower(Cellar cellar) {}
