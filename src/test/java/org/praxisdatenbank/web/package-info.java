@NullMarked
package org.praxisdatenbank.web;

import org.jspecify.annotations.NullMarked;
