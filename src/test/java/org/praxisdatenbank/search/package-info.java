@NullMarked
package org.praxisdatenbank.search;

import org.jspecify.annotations.NullMarked;
