package id.tanggap.notification.wording;

import id.tanggap.notification.wording.policy.Language;
import id.tanggap.notification.wording.policy.PushText;
import id.tanggap.notification.wording.policy.SmsText;
import id.tanggap.notification.wording.policy.SpokenText;
import id.tanggap.notification.wording.policy.TemplateParameters;
import id.tanggap.notification.wording.policy.TicketFacts;
import id.tanggap.notification.wording.policy.Words;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Puts an agency's view of a ticket into what a person reads, for each kind of channel. */
@ApplicationScoped
public class Wording {

    private final TicketReader reader;
    private final Template html;
    private final Template plain;
    private final Optional<String> ticketLink;

    Wording(
            TicketReader reader,
            @Location("ticket/mail.html") Template html,
            @Location("ticket/mail.txt") Template plain,
            WordingConfig config) {
        this.reader = reader;
        this.html = html;
        this.plain = plain;
        this.ticketLink = config.ticketLink().map(Object::toString);
    }

    /**
     * At most three short messages' worth of text.
     *
     * @param contact whether the channel may carry the caller's number
     * @throws IllegalArgumentException if the view is none, as from each of these methods
     */
    public String sms(String view, Language language, boolean contact) {
        TicketFacts facts = reader.read(view);
        return SmsText.of(new Words(facts, language), contact, link(facts).orElse(facts.number()));
    }

    /** What a browser shows, and how it knows what belongs together. */
    public PushNote push(String view, Language language, boolean contact) {
        TicketFacts facts = reader.read(view);
        return new PushNote(
                PushText.of(new Words(facts, language), contact),
                facts.ticketId(),
                facts.number(),
                link(facts),
                facts.urgent());
    }

    /** The parameters of a WhatsApp template, the last of them the ticket's number. */
    public List<String> template(String view, Language language, boolean contact) {
        TicketFacts facts = reader.read(view);
        return TemplateParameters.of(new Words(facts, language), contact, facts.number());
    }

    /** Subject, plain text and HTML. */
    public MailText mail(String view, Language language, boolean contact) {
        TicketFacts facts = reader.read(view);
        Words words = new Words(facts, language);
        Optional<String> caller = contact ? words.contact() : Optional.empty();
        return new MailText(
                words.headline() + " - " + facts.number(),
                filled(plain, facts, words, language, caller),
                filled(html, facts, words, language, caller));
    }

    private String filled(
            Template template, TicketFacts facts, Words words, Language language, Optional<String> caller) {
        return template.data("lang", language.name().toLowerCase())
                .data("headline", words.headline())
                .data("place", words.place())
                .data("coordinates", words.coordinates().orElse(null))
                .data("warning", words.warning())
                .data("story", words.story())
                .data("contact", caller.orElse(null))
                .data("truth", words.truth().orElse(null))
                .data("reported", words.reported())
                .data("number", facts.number())
                .data("link", link(facts).orElse(null))
                .data("indonesian", language == Language.ID)
                .render();
    }

    /** What a voice reads out; never the caller's number, which nobody could write down. */
    public VoiceText voice(String view, Language language) {
        TicketFacts facts = reader.read(view);
        return new VoiceText(
                facts.ticketId(), facts.number(), facts.priority(), SpokenText.of(new Words(facts, language)));
    }

    /** Where the ticket can be seen, if this installation has such a place. */
    private Optional<String> link(TicketFacts facts) {
        return ticketLink.filter(base -> facts.isTicket()).map(base -> base + facts.number());
    }
}
