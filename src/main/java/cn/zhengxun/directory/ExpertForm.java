package cn.zhengxun.directory;

/** The expert form as it was typed. */
record ExpertForm(String name, String userId, String organisation, String fields, boolean active) {

    static ExpertForm blank() {
        return new ExpertForm("", "", "", "", true);
    }

    static ExpertForm of(Expert expert) {
        return new ExpertForm(expert.name(), expert.userId(), expert.organisation(), expert.fields(), expert.active());
    }
}
