package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The collected suggestions for machines, without anything about the person but the category. */
@RestController
@Tag(name = "suggestions", description = "意见")
class SuggestionApi {

    /** @param page from 1; @param total of all pages together */
    record Answer(String consultation, int page, int size, int total, List<Item> suggestions) {}

    /** number is null until collection closed; clause says 整体 for the draft as a whole; kind and channel are names. */
    record Item(
            long id,
            Integer number,
            String clause,
            String kind,
            String original,
            String proposed,
            String reason,
            String channel,
            String station,
            boolean onBehalf,
            String identityCategory,
            Instant acceptedAt) {}

    private final SuggestionList list;
    private final Consultations consultations;
    private final AuthorMasks authors;

    SuggestionApi(SuggestionList list, Consultations consultations, AuthorMasks authors) {
        this.list = list;
        this.consultations = consultations;
        this.authors = authors;
    }

    @GetMapping("/api/v1/consultations/{number}/suggestions")
    @PreAuthorize("hasAuthority('staff')")
    @Operation(summary = "征集到的意见，每页50条，不含姓名和联系方式")
    Answer suggestions(@PathVariable String number, @RequestParam(defaultValue = "1") int page) {
        Consultation consultation = consultations.find(new ConsultationNumber(number));
        SuggestionList.Page<SuggestionList.Line> found =
                list.page(SuggestionFilter.collected(consultation.number()), Math.max(page, 1), SuggestionList.PAGE);
        AuthorMasks.Masks masks =
                authors.of(found.items().stream().map(line -> line.id().value()).toList());
        return new Answer(
                consultation.number().value(),
                found.number(),
                found.size(),
                found.total(),
                found.items().stream().map(line -> item(line, masks)).toList());
    }

    private static Item item(SuggestionList.Line line, AuthorMasks.Masks masks) {
        return new Item(
                line.id().value(),
                line.number(),
                line.clauseLabel(),
                line.kind().name(),
                masks.on(line.id(), line.original()),
                masks.on(line.id(), line.proposed()),
                masks.on(line.id(), line.reason()),
                line.channel().name(),
                line.station(),
                line.onBehalf(),
                line.identityCategory(),
                line.acceptedAt());
    }
}
