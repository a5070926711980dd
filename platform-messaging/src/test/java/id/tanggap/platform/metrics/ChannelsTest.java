package id.tanggap.platform.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelsTest {

    @ParameterizedTest
    @CsvSource({
        "intake.call.v1, intake-call",
        "ticket.agency.damkar.v1, ticket-agency",
        "ticket.agency.an-agency-of-tomorrow.v1, ticket-agency",
        "notification.alarm.pusat.v1, notification-alarm",
        "alone, alone"
    })
    void a_topic_is_known_by_what_it_is_about_and_not_by_whose_it_is(String topic, String channel) {
        assertEquals(channel, Channels.ofTopic(topic));
    }

    @ParameterizedTest
    @CsvSource({"intake-report, intake-report", "intake-report$3, intake-report"})
    void consumers_of_one_channel_are_one(String name, String channel) {
        assertEquals(channel, Channels.ofConsumer(name));
    }
}
