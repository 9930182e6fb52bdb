/** The sixteen states: their offices, their partner municipalities, and the pages about them. */
@NullMarked
package org.praxisdatenbank.region;

import org.jspecify.annotations.NullMarked;
