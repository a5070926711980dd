package id.tanggap.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;

/**
 * A problem as sent: {@code application/problem+json} of RFC 9457, with the faulty fields as extension member
 * {@code errors}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDetail(
        URI type, String title, int status, String detail, String instance, List<FieldFault> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
