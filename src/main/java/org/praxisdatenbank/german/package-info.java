/** What a German word is: its spellings, base form, parts and relatives. No search engine, no database. */
@NullMarked
package org.praxisdatenbank.german;

import org.jspecify.annotations.NullMarked;
