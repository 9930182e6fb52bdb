/** The pages around the practices: criteria, topic areas, texts, and what search engines read. */
@NullMarked
package org.praxisdatenbank.site;

import org.jspecify.annotations.NullMarked;
