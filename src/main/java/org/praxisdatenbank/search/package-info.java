/** The search page, the search API and the query string that both share. */
@NullMarked
package org.praxisdatenbank.search;

import org.jspecify.annotations.NullMarked;
