package id.tanggap.notification.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StreamPlacesTest {

    private final StreamPlaces places = new StreamPlaces(3, 2);

    @Test
    void an_agency_that_has_all_it_may_have_leaves_the_others_theirs() {
        assertTrue(places.take("damkar"));
        assertTrue(places.take("damkar"));
        assertFalse(places.take("damkar"));

        assertTrue(places.take("pdam"));
        assertFalse(places.take("pdam"), "all places are taken");
    }

    @Test
    void a_place_given_back_can_be_taken_again() {
        places.take("damkar");
        places.take("damkar");
        places.giveBack("damkar");

        assertTrue(places.take("damkar"));
        assertEquals(2, places.taken());
    }

    @Test
    void it_is_told_when_an_agency_gives_back_its_last() {
        places.take("damkar");
        places.take("damkar");
        places.take("pdam");

        assertFalse(places.giveBack("damkar"));
        assertTrue(places.giveBack("damkar"));
    }
}
