package id.tanggap.notification.wording.policy;

/** What a person reads in; Indonesian unless they prefer English. */
public enum Language {
    ID,
    EN;

    String of(String indonesian, String english) {
        return this == ID ? indonesian : english;
    }
}
