@NullMarked
package org.praxisdatenbank.confirmation;

import org.jspecify.annotations.NullMarked;
