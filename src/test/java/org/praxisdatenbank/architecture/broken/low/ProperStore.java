package org.praxisdatenbank.architecture.broken.low;

import org.jdbi.v3.core.Jdbi;

/** A store, so Jdbi is its business. */
record ProperStore(Jdbi jdbi) {}
