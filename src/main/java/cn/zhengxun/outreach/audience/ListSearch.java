package cn.zhengxun.outreach.audience;

/** What narrows a stored list. reason: why left out, as {@link AudienceTally} names it; blank leaves it open, as for name. */
public record ListSearch(boolean included, String reason, String name, int page) {
    public ListSearch {
        reason = reason == null ? "" : reason.strip();
        name = name == null ? "" : name.strip();
        page = Math.max(1, page);
    }
}
