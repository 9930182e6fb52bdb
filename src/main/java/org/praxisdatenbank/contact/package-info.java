/** Persons to ask about a practice: personal data, kept apart from the record, shown only where they agree. */
@NullMarked
package org.praxisdatenbank.contact;

import org.jspecify.annotations.NullMarked;
