/** Keeps the index equal to the database: follows the change log, rebuilds, verifies. */
@NullMarked
package org.praxisdatenbank.sync;

import org.jspecify.annotations.NullMarked;
