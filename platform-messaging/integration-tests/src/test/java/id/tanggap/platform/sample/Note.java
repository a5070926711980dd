package id.tanggap.platform.sample;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What the sample service keeps: the newest text of each note. */
@Entity
public class Note {

    @Id
    public String id;

    public String text;
    public long version;
}
