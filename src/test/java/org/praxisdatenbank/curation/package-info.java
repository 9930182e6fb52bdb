/** Tests of how lists are edited. */
@NullMarked
package org.praxisdatenbank.curation;

import org.jspecify.annotations.NullMarked;
