package cn.zhengxun.suggestion.offline;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Station;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What was said offline on one consultation: all records, one record, and what is printed of it. */
@Controller
@RequestMapping("/consultations/{number}/offline")
@PreAuthorize("hasAnyAuthority('staff','director')")
class OfflinePages {
    private final OfflineRecords records;
    private final OfflineOverview overview;
    private final RecordSheet sheet;
    private final Namesakes namesakes;
    private final Directory directory;
    private final Clock clock;
    private final String office;
    private final String baseUrl;

    OfflinePages(
            OfflineRecords records,
            OfflineOverview overview,
            RecordSheet sheet,
            Namesakes namesakes,
            Directory directory,
            Clock clock,
            @Value("${zhengxun.office:基层立法联系点}") String office,
            @Value("${zhengxun.base-url}") String baseUrl) {
        this.records = records;
        this.overview = overview;
        this.sheet = sheet;
        this.namesakes = namesakes;
        this.directory = directory;
        this.clock = clock;
        this.office = office;
        this.baseUrl = baseUrl;
    }

    @GetMapping
    String list(@PathVariable String number, @RequestParam(defaultValue = "1") int page, Model model) {
        Consultation consultation = sheet.consultation(number);
        int wanted = Math.max(page, 1);
        List<OfflineOverview.Line> drafts = overview.drafts(consultation.number());
        List<OfflineOverview.Line> meetings = overview.meetings(consultation.number());
        List<OfflineOverview.Entry> entries = overview.entries(consultation.number(), wanted);
        OfflineOverview.Sums sums = overview.sums(consultation.number());
        model.addAttribute("drafts", drafts);
        model.addAttribute("meetings", meetings);
        model.addAttribute("entries", entries);
        model.addAttribute("sums", sums);
        model.addAttribute("page", wanted);
        model.addAttribute("pages", Math.max(1, (sums.entries() + OfflineOverview.PAGE - 1) / OfflineOverview.PAGE));
        model.addAttribute("open", consultation.acceptsAt(clock.instant()));
        model.addAttribute("channels", RecordSheet.OF_ONE_PERSON.subList(0, 4));
        model.addAttribute(
                "names",
                names(Stream.concat(
                                Stream.concat(drafts.stream(), meetings.stream())
                                        .map(OfflineOverview.Line::by),
                                entries.stream().map(OfflineOverview.Entry::collector))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())));
        return "suggestion/offline/list";
    }

    /** A draft opens for writing to those who may write. */
    @GetMapping("/{id:\\d{1,18}}")
    String one(@PathVariable String number, @PathVariable long id, Authentication who, Model model) {
        Consultation consultation = sheet.consultation(number);
        OfflineRecord record = records.of(consultation.number(), new OfflineRecordId(id));
        boolean staff = who.getAuthorities().stream()
                .anyMatch(authority -> authority.getAuthority().equals("staff"));
        if (!record.handedIn() && staff) {
            model.addAttribute("draft", record);
            model.addAttribute("savedBy", sheet.nameOf(record.savedBy()));
            sheet.fill(model, consultation, RecordForm.of(record));
            return "suggestion/offline/form";
        }
        show(record, model);
        model.addAttribute("correctable", consultation.acceptsAt(clock.instant()));
        return "suggestion/offline/record";
    }

    /** 座谈会记录 to be signed. */
    @GetMapping("/{id:\\d{1,18}}/print")
    String print(@PathVariable String number, @PathVariable long id, Model model) {
        show(records.of(sheet.consultation(number).number(), new OfflineRecordId(id)), model);
        return "suggestion/offline/print";
    }

    /** A receipt for each speaker, to be cut apart. */
    @GetMapping("/{id:\\d{1,18}}/slips")
    String slips(@PathVariable String number, @PathVariable long id, Model model) {
        show(records.of(sheet.consultation(number).number(), new OfflineRecordId(id)), model);
        model.addAttribute("address", baseUrl + "/q");
        return "suggestion/offline/slips";
    }

    private void show(OfflineRecord record, Model model) {
        model.addAttribute("record", record);
        model.addAttribute("labels", records.clauseLabels(record));
        model.addAttribute("slips", records.slips(record.id()));
        model.addAttribute("files", sheet.filesOf(record));
        model.addAttribute("office", office);
        model.addAttribute("collectorName", sheet.nameOf(record.occasion().collector()));
        model.addAttribute("savedBy", sheet.nameOf(record.savedBy()));
        model.addAttribute("handedInBy", sheet.nameOf(record.handedInBy()));
        model.addAttribute(
                "station",
                record.occasion().station() == null
                        ? null
                        : directory
                                .station(record.occasion().station())
                                .map(Station::name)
                                .orElse(null));
    }

    /** What a typed clause means, for the script. */
    @GetMapping("/clause.json")
    @ResponseBody
    RecordSheet.Meaning clause(@PathVariable String number, @RequestParam(defaultValue = "") String typed) {
        return sheet.meaning(sheet.consultation(number), typed);
    }

    /** Somebody of the directory, for completion. */
    record Known(long id, String name, String description) {}

    @GetMapping("/people.json")
    @PreAuthorize("hasAuthority('staff')")
    @ResponseBody
    List<Known> people(@PathVariable String number, @RequestParam(defaultValue = "") String name) {
        return namesakes.beginning(name).stream()
                .map(one -> new Known(one.id().value(), one.name(), one.description()))
                .toList();
    }

    private Map<String, String> names(Set<String> accounts) {
        return accounts.stream().collect(Collectors.toMap(Function.identity(), sheet::nameOf));
    }
}
