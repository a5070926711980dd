package id.tanggap.platform.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTest {

    private final Storable.Validator validator = new Storable.Validator();

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Air mati sejak pagi", "ꦗꦼꦥꦫ", "🚒 di Pengkol", "a\nb\tc\r", "\u0001\uFFFF"})
    void what_the_database_gives_back_as_it_was_is_storable(String text) {
        assertTrue(validator.isValid(text, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", "\uD83D", "\uDE92", "a\uDE92\uD83Db"})
    void what_it_would_not_give_back_is_not(String text) {
        assertFalse(validator.isValid(text, null));
    }
}
