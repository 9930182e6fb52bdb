@NullMarked
package org.praxisdatenbank.transfer;

import org.jspecify.annotations.NullMarked;
