/** The database: where it is, the embedded PostgreSQL, the connection pool and the migrations. */
@NullMarked
package org.praxisdatenbank.db;

import org.jspecify.annotations.NullMarked;
