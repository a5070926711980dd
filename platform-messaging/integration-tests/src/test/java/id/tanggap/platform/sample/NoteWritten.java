package id.tanggap.platform.sample;

import jakarta.validation.constraints.NotBlank;

/** Event of the sample topic. */
public record NoteWritten(@NotBlank String noteId, @NotBlank String text) {}
