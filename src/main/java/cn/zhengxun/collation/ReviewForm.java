package cn.zhengxun.collation;

import cn.zhengxun.suggestion.SuggestionId;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** One suggestion's fields on the review page as they were typed: grade is a name of {@link Grade}, {@value #RECUSED}, or empty. */
record ReviewForm(String grade, String legality, String necessity, String feasibility, String upperLaw) {
    static final String RECUSED = "RECUSED";
    private static final ReviewForm EMPTY = new ReviewForm("", "", "", "", "");

    /** @param parameters the page's form; a suggestion's fields end in _ and its id */
    static ReviewForm of(Map<String, String> parameters, long id) {
        return new ReviewForm(
                parameters.getOrDefault("grade_" + id, ""),
                parameters.getOrDefault("legality_" + id, ""),
                parameters.getOrDefault("necessity_" + id, ""),
                parameters.getOrDefault("feasibility_" + id, ""),
                parameters.getOrDefault("upperLaw_" + id, ""));
    }

    /** @param note what the expert said so far, null for nothing */
    static ReviewForm of(ReviewNote note, boolean recused) {
        if (recused) {
            return new ReviewForm(RECUSED, "", "", "", "");
        }
        return note == null
                ? EMPTY
                : new ReviewForm(
                        note.grade().name(),
                        Objects.requireNonNullElse(note.legality(), ""),
                        Objects.requireNonNullElse(note.necessity(), ""),
                        Objects.requireNonNullElse(note.feasibility(), ""),
                        Objects.requireNonNullElse(note.upperLaw(), ""));
    }

    public boolean decided() {
        return !grade.isEmpty();
    }

    /** Words without a grade cannot be kept. */
    boolean worded() {
        return Stream.of(legality, necessity, feasibility, upperLaw).anyMatch(text -> !text.isBlank());
    }

    NoteSuggestions.Note note(long id) {
        return new NoteSuggestions.Note(
                new SuggestionId(id),
                ScreeningForm.named(Grade.class, grade),
                RECUSED.equals(grade),
                legality,
                necessity,
                feasibility,
                upperLaw);
    }
}
