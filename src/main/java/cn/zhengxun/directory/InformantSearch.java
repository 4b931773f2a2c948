package cn.zhengxun.directory;

/** What narrows the list of informants; null or blank leaves a part open. page counts from 1. */
public record InformantSearch(String name, StationId station, String tag, boolean withInactive, State state, int page) {
    static final int PAGE_SIZE = 50;

    /** A term that ends within so many days is to be renewed or let go. */
    public static final int SOON_DAYS = 60;

    /** What staff have to look after. */
    public enum State {
        ENDING,
        OVER,
        MAIL_FAILS
    }

    public InformantSearch {
        name = name == null ? "" : name.strip();
        tag = tag == null ? "" : tag.strip();
        page = Math.max(1, page);
    }

    /** Everything that matches, in one list of pages. */
    public record Page(java.util.List<Informant> informants, long total, int page) {
        public int pages() {
            return (int) Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        }
    }
}
