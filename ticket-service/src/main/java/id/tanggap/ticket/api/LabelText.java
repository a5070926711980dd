package id.tanggap.ticket.api;

import id.tanggap.platform.text.Storable;
import id.tanggap.ticket.category.policy.Category;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A label in both languages, as a supervisor writes it. */
record LabelText(@NotBlank @Size(max = 100) @Storable String id, @NotBlank @Size(max = 100) @Storable String en) {

    Category.Label toLabel() {
        return new Category.Label(id.strip(), en.strip());
    }
}
