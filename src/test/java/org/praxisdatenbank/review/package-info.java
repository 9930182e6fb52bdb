@NullMarked
package org.praxisdatenbank.review;

import org.jspecify.annotations.NullMarked;
