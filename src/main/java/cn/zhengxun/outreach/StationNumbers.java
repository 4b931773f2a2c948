package cn.zhengxun.outreach;

/** What a station did, in numbers only: people reached, meetings held, opinions handed over. */
public record StationNumbers(int reached, int meetings, int handedOver) {
    static final StationNumbers NONE = new StationNumbers(0, 0, 0);

    StationNumbers plus(StationNumbers more) {
        return new StationNumbers(reached + more.reached, meetings + more.meetings, handedOver + more.handedOver);
    }

    StationNumbers negated() {
        return new StationNumbers(-reached, -meetings, -handedOver);
    }
}
