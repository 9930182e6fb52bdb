/** The lists as admins keep them: what would change is shown before it does. */
@NullMarked
package org.praxisdatenbank.curation;

import org.jspecify.annotations.NullMarked;
