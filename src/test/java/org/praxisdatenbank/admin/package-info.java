@NullMarked
package org.praxisdatenbank.admin;

import org.jspecify.annotations.NullMarked;
