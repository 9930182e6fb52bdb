/** Tests of the pages around the practices. */
@NullMarked
package org.praxisdatenbank.site;

import org.jspecify.annotations.NullMarked;
