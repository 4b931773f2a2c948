package cn.zhengxun.outreach.audience;

import java.util.List;

/** One page of those for whom an expression now has the same answer. @param page from 1, within 1 to pages */
public record WeighedPeople(String reason, List<Person> people, int total, int page, int pages) {

    /** station and coordinator may be null; asked: invitations in the last {@link Audiences#LATELY_DAYS} days. */
    public record Person(String name, String station, String coordinator, int asked) {}
}
