/** Whether the websites of practices still answer; asked for only where the operator wants it. */
@NullMarked
package org.praxisdatenbank.linkcheck;

import org.jspecify.annotations.NullMarked;
