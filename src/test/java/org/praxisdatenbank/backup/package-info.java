@NullMarked
package org.praxisdatenbank.backup;

import org.jspecify.annotations.NullMarked;
