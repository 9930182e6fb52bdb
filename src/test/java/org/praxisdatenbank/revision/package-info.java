@NullMarked
package org.praxisdatenbank.revision;

import org.jspecify.annotations.NullMarked;
