@NullMarked
package org.praxisdatenbank.status;

import org.jspecify.annotations.NullMarked;
