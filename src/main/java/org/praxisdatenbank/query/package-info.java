/** What can be asked and what is answered: pure Java that knows no search engine. */
@NullMarked
package org.praxisdatenbank.query;

import org.jspecify.annotations.NullMarked;
