@NullMarked
package org.praxisdatenbank.api;

import org.jspecify.annotations.NullMarked;
