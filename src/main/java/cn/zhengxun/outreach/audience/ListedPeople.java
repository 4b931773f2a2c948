package cn.zhengxun.outreach.audience;

import java.util.List;

/** One page of a stored list. @param page from 1, within 1 to pages; @param total of all pages together */
public record ListedPeople(List<ListedPerson> people, int total, int page, int pages) {
    public static final int PAGE_SIZE = 100;
}
