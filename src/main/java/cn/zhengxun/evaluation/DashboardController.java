package cn.zhengxun.evaluation;

import cn.zhengxun.adoption.OutcomeKind;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Station;
import cn.zhengxun.evaluation.Summary.Line;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.Shanghai;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The figures for managers, the lists behind them, and both as files. */
@Controller
@PreAuthorize("hasAnyAuthority('manager', 'director', 'leader', 'staff')")
class DashboardController {
    private static final int PAGE = 500;
    private final Statistics statistics;
    private final Directory directory;

    DashboardController(Statistics statistics, Directory directory) {
        this.statistics = statistics;
        this.directory = directory;
    }

    @GetMapping("/dashboard")
    String dashboard(@ModelAttribute("wanted") StatisticsParameters wanted, Model model, HttpServletResponse response) {
        StatisticsFilter filter = StatisticsFilter.EVERYTHING;
        boolean readable = true;
        try {
            filter = wanted.filter();
        } catch (InvalidCommand unreadable) {
            readable = false;
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", byField(unreadable));
        }
        model.addAttribute("levels", Level.values());
        model.addAttribute("stations", stations());
        // without readable conditions no figure is right, so none is shown
        model.addAttribute("summary", readable ? statistics.summary(filter) : null);
        return "evaluation/dashboard";
    }

    @GetMapping("/dashboard/list")
    String list(
            @ModelAttribute("wanted") StatisticsParameters wanted,
            @RequestParam(defaultValue = "collected") String count,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        StatisticsFilter filter = wanted.filter();
        Count counted = Count.of(count);
        long length = statistics.length(filter, counted);
        long pages = Math.max(1, (length + PAGE - 1) / PAGE);
        int shown = (int) Math.min(Math.max(1, page), pages);
        model.addAttribute("count", counted);
        model.addAttribute("length", length);
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("suggestions", statistics.list(filter, counted, (shown - 1) * PAGE, PAGE));
        return "evaluation/dashboard-list";
    }

    @GetMapping("/dashboard/figures.csv")
    void figures(@ModelAttribute("wanted") StatisticsParameters wanted, HttpServletResponse response)
            throws IOException {
        Summary summary = statistics.summary(wanted.filter());
        Csv csv = new Csv(file("统计.csv", response));
        csv.row("分类", "项目", "征集", "上报", "采纳", "其中：采纳", "其中：部分采纳", "采纳率（全部上报）", "采纳率（已公布法律）");
        row(csv, "合计", summary.drafts() + "部草案", summary.total());
        Map<String, List<Line>> breakdowns = new LinkedHashMap<>();
        breakdowns.put("层级", summary.byLevel());
        breakdowns.put("征询", summary.byConsultation());
        breakdowns.put("站点", summary.byStation());
        breakdowns.put("渠道", summary.byChannel());
        breakdowns.put("身份类别", summary.byCategory());
        breakdowns.put("收到月份", summary.byMonth());
        breakdowns.forEach((name, lines) -> lines.forEach(line ->
                row(csv, name, name.equals("征询") ? line.key() + " " + line.label() : line.label(), line.figures())));
        response.flushBuffer();
    }

    @GetMapping("/dashboard/list.csv")
    void listFile(
            @ModelAttribute("wanted") StatisticsParameters wanted,
            @RequestParam(defaultValue = "collected") String count,
            HttpServletResponse response)
            throws IOException {
        StatisticsFilter filter = wanted.filter();
        Count counted = Count.of(count);
        Csv csv = new Csv(file(counted.chinese() + "意见.csv", response));
        csv.row("征询编号", "意见编号", "条款", "原话", "站点", "渠道", "身份类别", "收到时间", "采纳情况");
        statistics.each(
                filter,
                counted,
                suggestion -> csv.row(
                        suggestion.consultation(),
                        suggestion.number(),
                        suggestion.clauseLabel(),
                        suggestion.original(),
                        suggestion.station(),
                        suggestion.channel().chinese(),
                        suggestion.category(),
                        Shanghai.minute(suggestion.acceptedAt()),
                        chinese(suggestion.outcome())));
        response.flushBuffer();
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
    String unreadable(InvalidCommand unreadable, Model model) {
        model.addAttribute("faults", byField(unreadable));
        model.addAttribute("wanted", new StatisticsParameters(null, null, null, null, null, null, null, null));
        model.addAttribute("levels", Level.values());
        model.addAttribute("stations", stations());
        return "evaluation/dashboard";
    }

    private List<Station> stations() {
        return directory.stations();
    }

    private static void row(Csv csv, String kind, String label, Figures figures) {
        csv.row(
                kind,
                label,
                figures.collected(),
                figures.submitted(),
                figures.adopted(),
                figures.fullyAdopted(),
                figures.partlyAdopted(),
                percent(figures.rateOfSubmitted()),
                percent(figures.rateOfPromulgated()));
    }

    private static String percent(Double rate) {
        return rate == null ? "暂无" : String.format(Locale.ROOT, "%.1f%%", rate * 100);
    }

    private static String chinese(OutcomeKind outcome) {
        return outcome == null ? "" : outcome.chinese();
    }

    private static Map<String, String> byField(InvalidCommand unreadable) {
        Map<String, String> faults = new LinkedHashMap<>();
        unreadable.faults().forEach(fault -> faults.putIfAbsent(fault.field(), fault.sentence()));
        return faults;
    }

    private static Writer file(String name, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        return response.getWriter();
    }
}
