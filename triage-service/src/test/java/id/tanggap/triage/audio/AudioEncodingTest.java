package id.tanggap.triage.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudioEncodingTest {

    /** Decision values of ITU-T G.711, table 2a, times four: codes as sent on the line. */
    @ParameterizedTest
    @CsvSource({
        "0x80, 32124",
        "0x81, 31100",
        "0x8F, 16764",
        "0x90, 15996",
        "0xA0, 7932",
        "0xB0, 3900",
        "0xC0, 1884",
        "0xD0, 876",
        "0xE0, 372",
        "0xF0, 120",
        "0xFE, 8",
        "0xFF, 0",
        "0x7F, 0",
        "0x7E, -8",
        "0x00, -32124",
        "0x70, -120"
    })
    void decodesTheCodesOfG711MuLaw(String code, int linear) {
        short[] decoded = AudioEncoding.MU_LAW.decode(new byte[] {(byte) (int) Integer.decode(code)});
        assertArrayEquals(new short[] {(short) linear}, decoded);
    }

    @Test
    void readsL16MostSignificantByteFirst() {
        byte[] bytes = {0x01, 0x02, (byte) 0xFF, (byte) 0xFE, (byte) 0x80, 0x00};
        assertArrayEquals(new short[] {258, -2, -32768}, AudioEncoding.L16.decode(bytes));
    }

    @Test
    void refusesHalfASample() {
        assertThrows(IllegalArgumentException.class, () -> AudioEncoding.L16.decode(new byte[3]));
    }

    @ParameterizedTest
    @CsvSource({
        "audio/basic, MU_LAW",
        "Audio/Basic, MU_LAW",
        "audio/L16;rate=8000, L16",
        "audio/l16; rate=8000, L16",
        "audio/L16;rate=8000;channels=1, L16",
        "audio/L16;channels=1;rate=8000, L16"
    })
    void knowsTheMediaTypesOfTheContract(String mediaType, AudioEncoding encoding) {
        assertEquals(Optional.of(encoding), AudioEncoding.of(mediaType));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audio/L16",
                "audio/L16;rate=44100",
                "audio/L16;rate=8000;channels=2",
                "audio/wav",
                "application/json",
                ""
            })
    void knowsNoOtherRateChannelsOrFormat(String mediaType) {
        assertEquals(Optional.empty(), AudioEncoding.of(mediaType));
    }
}
