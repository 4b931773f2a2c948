package cn.zhengxun.directory;

/** The expert form as it was typed; a box that is not ticked is not sent. */
record ExpertForm(String name, String userId, String organisation, String fields, Boolean active) {
    ExpertForm {
        active = Boolean.TRUE.equals(active);
    }

    static ExpertForm blank() {
        return new ExpertForm("", "", "", "", true);
    }

    static ExpertForm of(Expert expert) {
        return new ExpertForm(expert.name(), expert.userId(), expert.organisation(), expert.fields(), expert.active());
    }
}
