package cn.zhengxun.web;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.ConsultationProcess;
import cn.zhengxun.consultation.ConsultationProcess.OpenTask;
import cn.zhengxun.consultation.Timetables;
import cn.zhengxun.consultation.Workflow;
import cn.zhengxun.consultation.Workflow.Picture;
import cn.zhengxun.consultation.Workflow.Reached;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.NotFound;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The drawings of one consultation: the ten steps, and what is inside each, in the version that it follows. */
@Controller
@RequestMapping("/consultations/{number}")
@PreAuthorize("hasAnyAuthority('staff','director','leader','expert','manager')")
class DrawingController {
    private final Workflow workflow;
    private final ConsultationProcess process;
    private final Timetables timetables;
    private final Users users;

    DrawingController(Workflow workflow, ConsultationProcess process, Timetables timetables, Users users) {
        this.workflow = workflow;
        this.process = process;
        this.timetables = timetables;
        this.users = users;
    }

    @GetMapping("/model.bpmn20.xml")
    ResponseEntity<byte[]> tenSteps(@PathVariable String number) {
        return xml(workflow.tenSteps(new ConsultationNumber(number)));
    }

    @GetMapping("/steps/{step:\\d{1,2}}/model.bpmn20.xml")
    ResponseEntity<byte[]> inside(@PathVariable String number, @PathVariable int step) {
        return xml(begun(new ConsultationNumber(number), step));
    }

    /** What is inside one step, as a drawing and as a list. */
    @GetMapping("/steps/{step:\\d{1,2}}")
    String step(@PathVariable String number, @PathVariable int step, Model model) {
        ConsultationNumber key = new ConsultationNumber(number);
        Picture picture = begun(key, step);
        List<Reached> reached = workflow.reached(key, step);
        List<OpenTask> tasks = process.openTasks(key).stream()
                .filter(task -> task.step() == step)
                .toList();
        model.addAttribute("number", number);
        model.addAttribute("step", step);
        model.addAttribute("picture", picture);
        model.addAttribute("reached", reached);
        model.addAttribute("tasks", tasks);
        model.addAttribute(
                "next",
                workflow.next(key).stream()
                        .filter(one -> one.step() == step && one.name() != null)
                        .toList());
        model.addAttribute("stepDue", timetables.due(key, step).orElse(null));
        model.addAttribute("names", names(reached, tasks));
        return "web/step";
    }

    private Map<String, String> names(List<Reached> reached, List<OpenTask> tasks) {
        return Stream.concat(
                        reached.stream().map(Reached::person), tasks.stream().map(OpenTask::assignee))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(id -> id, users::nameOf));
    }

    private Picture begun(ConsultationNumber number, int step) {
        return workflow.inside(number, step)
                .orElseThrow(() -> new NotFound("征询" + number + "的第" + step + "步还没有开始，没有流程图。"));
    }

    private ResponseEntity<byte[]> xml(Picture picture) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .body(workflow.drawing(picture.definitionId()).getBytes(StandardCharsets.UTF_8));
    }
}
