/** Closed lists and their labels: types, topics, states, the twelve criteria. */
@NullMarked
package org.praxisdatenbank.vocabulary;

import org.jspecify.annotations.NullMarked;
