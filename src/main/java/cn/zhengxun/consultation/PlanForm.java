package cn.zhengxun.consultation;

import cn.zhengxun.directory.ExpertId;
import cn.zhengxun.draft.clause.ClauseId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The plan's form as typed. Rows of clause and question may be left empty; empty ones are dropped. */
class PlanForm {
    private static final int SPARE_ROWS = 3;
    /** Stands at the end of every list anyway. */
    private static final String OTHER = "其他";

    private String purpose = "";
    private List<Long> clause = new ArrayList<>();
    private List<String> question = new ArrayList<>();
    private String audience = "";
    private List<String> channels = new ArrayList<>();
    private String meetings = "";
    private String identityCategories = "";
    private List<Long> experts = new ArrayList<>();
    private Integer quorum = 0;

    static PlanForm of(Plan plan) {
        PlanForm form = new PlanForm();
        form.purpose = plan.purpose();
        plan.focus().forEach(focus -> {
            form.clause.add(focus.clause().value());
            form.question.add(focus.question());
        });
        form.audience = plan.audience();
        form.channels = plan.channels();
        form.meetings = plan.meetings();
        form.identityCategories = String.join("\n", plan.identityCategories());
        form.experts = plan.experts().stream().map(ExpertId::value).toList();
        form.quorum = plan.quorum();
        return form;
    }

    SavePlan command(ConsultationNumber number) {
        List<Plan.Focus> focus = new ArrayList<>();
        for (Row row : typedRows()) {
            focus.add(new Plan.Focus(new ClauseId(row.clause() == null ? 0 : row.clause()), row.question()));
        }
        return new SavePlan(
                number,
                purpose,
                focus,
                audience,
                channels.stream().filter(Objects::nonNull).toList(),
                meetings,
                identityCategories
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.equals(OTHER))
                        .distinct()
                        .toList(),
                experts.stream().filter(Objects::nonNull).map(ExpertId::new).toList(),
                quorum == null ? 0 : quorum);
    }

    /** @param clause null where none is chosen */
    record Row(Long clause, String question) {}

    /** What was typed, then a few empty rows to go on. */
    public List<Row> getRows() {
        List<Row> rows = typedRows();
        for (int i = 0; i < SPARE_ROWS; i++) {
            rows.add(new Row(null, ""));
        }
        return rows;
    }

    private List<Row> typedRows() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(clause.size(), question.size()); i++) {
            Long chosen = i < clause.size() ? clause.get(i) : null;
            String words = i < question.size() && question.get(i) != null ? question.get(i) : "";
            if (chosen != null || !words.isBlank()) {
                rows.add(new Row(chosen, words));
            }
        }
        return rows;
    }

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose;
    }

    public List<Long> getClause() {
        return clause;
    }

    public void setClause(List<Long> clause) {
        this.clause = clause;
    }

    public List<String> getQuestion() {
        return question;
    }

    public void setQuestion(List<String> question) {
        this.question = question;
    }

    public String getAudience() {
        return audience;
    }

    public void setAudience(String audience) {
        this.audience = audience;
    }

    public List<String> getChannels() {
        return channels;
    }

    public void setChannels(List<String> channels) {
        this.channels = channels;
    }

    public String getMeetings() {
        return meetings;
    }

    public void setMeetings(String meetings) {
        this.meetings = meetings;
    }

    /** One a line. */
    public String getIdentityCategories() {
        return identityCategories;
    }

    public void setIdentityCategories(String identityCategories) {
        this.identityCategories = identityCategories;
    }

    public List<Long> getExperts() {
        return experts;
    }

    public void setExperts(List<Long> experts) {
        this.experts = experts;
    }

    public Integer getQuorum() {
        return quorum;
    }

    public void setQuorum(Integer quorum) {
        this.quorum = quorum;
    }
}
