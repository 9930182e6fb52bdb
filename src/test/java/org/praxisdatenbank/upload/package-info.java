@NullMarked
package org.praxisdatenbank.upload;

import org.jspecify.annotations.NullMarked;
