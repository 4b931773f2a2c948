package cn.zhengxun.outreach;

/**
 * Which invited people are shown.
 *
 * @param state null for all
 * @param words part of a name or a station's name, empty for all
 * @param page from 1
 */
record InviteeSearch(InviteeState state, String words, int page) {
    static final int PAGE_SIZE = 50;

    InviteeSearch {
        words = words == null ? "" : words.strip();
        page = Math.max(1, page);
    }

    boolean everyone() {
        return words.isEmpty();
    }

    /** One page of what was found among so many. */
    record Page(java.util.List<Invitee> invitees, int total, int page) {
        public int pages() {
            return Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        }
    }
}
