/** Work that comes again by itself. */
@NullMarked
package org.praxisdatenbank.schedule;

import org.jspecify.annotations.NullMarked;
