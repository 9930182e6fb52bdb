/** The database's tests, and the databases that other packages' tests use. */
@NullMarked
package org.praxisdatenbank.db;

import org.jspecify.annotations.NullMarked;
