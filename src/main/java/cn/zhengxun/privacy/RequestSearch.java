package cn.zhengxun.privacy;

import java.util.List;

/** Which requests staff want to see. @param kind null for all; @param openOnly those that wait; @param page from 1 */
public record RequestSearch(boolean openOnly, RequestKind kind, int page) {
    static final int SIZE = 50;

    public RequestSearch {
        page = Math.max(1, page);
    }

    /** @param total over all pages */
    public record Page(List<Request> requests, int number, int total) {
        public int pages() {
            return Math.max(1, (total + SIZE - 1) / SIZE);
        }
    }
}
