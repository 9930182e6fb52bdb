/** The search index: all of Lucene, and only here. */
@NullMarked
package org.praxisdatenbank.index;

import org.jspecify.annotations.NullMarked;
