package cn.zhengxun.outreach;

/** A public address that leads nowhere: unknown, revoked, expired, malformed, or somebody else's. All look the same. */
public class UnknownLink extends RuntimeException {
    public UnknownLink() {
        super("unknown link", null, false, false);
    }
}
