/** Tests of the states' pages and what they read. */
@NullMarked
package org.praxisdatenbank.region;

import org.jspecify.annotations.NullMarked;
