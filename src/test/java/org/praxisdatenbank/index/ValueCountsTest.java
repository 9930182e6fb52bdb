package org.praxisdatenbank.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ValueCountsTest {
    @Test
    void gathered_one_by_one_is_what_is_counted_in_an_array_of_all() {
        Random random = new Random(3);
        for (int round = 0; round < 1_000; round++) {
            int[] carried = random.ints(random.nextInt(40), 0, 50).toArray();
            long[] counts = new long[50];
            for (int number : carried) {
                counts[number]++;
            }
            ValueCounts counted = ValueCounts.of(counts);
            ValueCounts gathered = ValueCounts.ofEach(carried);
            long[] byPlace = new long[50];
            for (int place = 0; place < gathered.values(); place++) {
                byPlace[gathered.number(place)] = gathered.count(place);
            }
            assertThat(byPlace).isEqualTo(counts);
            assertThat(counted.values()).isEqualTo(gathered.values());
            for (int number = 0; number < counts.length; number++) {
                assertThat(counted.of(number)).isEqualTo(counts[number]);
                assertThat(gathered.of(number)).isEqualTo(counts[number]);
            }
        }
    }

    @Test
    void at_least_so_many_values_count_as_much_as_the_last_that_is_wanted() {
        ValueCounts counts = ValueCounts.of(new long[] {2, 0, 7, 2, 1, 5, 0});

        assertThat(Arrays.asList(1, 2, 3, 4, 5, 6)).extracting(counts::least).containsExactly(7L, 5L, 2L, 2L, 1L, 1L);
    }
}
