package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.identity.Users;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The 汇总表 to print and to take away. */
@Controller
@PreAuthorize("hasAnyAuthority('staff','director','leader')")
class CollationTableController {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final CollationTable table;
    private final Consultations consultations;
    private final Users users;

    CollationTableController(CollationTable table, Consultations consultations, Users users) {
        this.table = table;
        this.consultations = consultations;
        this.users = users;
    }

    @GetMapping("/consultations/{number}/collation/table")
    String show(@PathVariable String number, Model model) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        List<Integer> held = table.held(consultation);
        model.addAttribute("number", number);
        model.addAttribute("draftTitle", consultations.find(consultation).title());
        model.addAttribute("rows", table.of(consultation));
        model.addAttribute("held", held.size());
        model.addAttribute(
                "heldNumbers",
                String.join("、", held.stream().map(String::valueOf).toList()));
        return "collation/table";
    }

    @GetMapping("/consultations/{number}/collation/table.xlsx")
    ResponseEntity<byte[]> download(@PathVariable String number, Authentication who) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        boolean internal = consultations.find(consultation).visibility() == Visibility.INTERNAL;
        String mark = internal ? "内部草案，由" + users.nameOf(who.getName()) + "导出，不得外传。" : null;
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename("意见汇总表-" + number + ".xlsx", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CONTENT_TYPE, XLSX)
                .body(CollationSheet.write(table.of(consultation), mark));
    }
}
