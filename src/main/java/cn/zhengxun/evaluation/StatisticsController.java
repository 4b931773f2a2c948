package cn.zhengxun.evaluation;

import cn.zhengxun.evaluation.Summary.Line;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The statistics for machines. */
@RestController
@Tag(name = "statistics", description = "Counts and adoption rates")
@PreAuthorize("hasAnyAuthority('manager', 'staff')")
class StatisticsController {
    private final Statistics statistics;

    StatisticsController(Statistics statistics) {
        this.statistics = statistics;
    }

    /** Rates are between 0 and 1, null where nothing was submitted. */
    record Answer(
            long drafts,
            long collected,
            long submitted,
            long adopted,
            long fullyAdopted,
            long partlyAdopted,
            Double rateOfSubmitted,
            Double rateOfPromulgated,
            List<AnswerLine> byLevel,
            List<AnswerLine> byConsultation,
            List<AnswerLine> byStation,
            List<AnswerLine> byChannel,
            List<AnswerLine> byCategory,
            List<AnswerLine> byMonth) {}

    record AnswerLine(
            String key,
            String label,
            long collected,
            long submitted,
            long adopted,
            Double rateOfSubmitted,
            Double rateOfPromulgated) {}

    @GetMapping(path = "/api/v1/statistics", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Counts and adoption rates with their breakdowns",
            description =
                    "collected: accepted on time or in grace, not withdrawn, in scope. submitted: of these, in the "
                            + "latest frozen report. adopted: of these, with a confirmed outcome, in full or in part. "
                            + "rateOfSubmitted leaves out ended consultations; rateOfPromulgated also those whose law is pending.")
    @ApiResponse(responseCode = "200", description = "The figures")
    @ApiResponse(
            responseCode = "422",
            description = "A parameter cannot be read",
            content = {})
    Answer statistics(
            @Parameter(description = "First day of registration, Asia/Shanghai, inclusive", example = "2026-01-01")
                    @RequestParam(required = false)
                    String from,
            @Parameter(description = "Last day of registration, inclusive", example = "2026-12-31")
                    @RequestParam(required = false)
                    String to,
            @Parameter(description = "NATIONAL, PROVINCIAL, MUNICIPAL or DISTRICT") @RequestParam(required = false)
                    String level,
            @Parameter(description = "A station's id; 0 for suggestions that came through none")
                    @RequestParam(required = false)
                    String station) {
        var parameters = new StatisticsParameters(from, to, level, station, null, null, null, null);
        Summary summary = statistics.summary(parameters.filter());
        Figures total = summary.total();
        return new Answer(
                summary.drafts(),
                total.collected(),
                total.submitted(),
                total.adopted(),
                total.fullyAdopted(),
                total.partlyAdopted(),
                total.rateOfSubmitted(),
                total.rateOfPromulgated(),
                lines(summary.byLevel()),
                lines(summary.byConsultation()),
                lines(summary.byStation()),
                lines(summary.byChannel()),
                lines(summary.byCategory()),
                lines(summary.byMonth()));
    }

    private static List<AnswerLine> lines(List<Line> lines) {
        return lines.stream()
                .map(line -> new AnswerLine(
                        line.key(),
                        line.label(),
                        line.figures().collected(),
                        line.figures().submitted(),
                        line.figures().adopted(),
                        line.figures().rateOfSubmitted(),
                        line.figures().rateOfPromulgated()))
                .toList();
    }
}
