package cn.zhengxun.suggestion;

/** A public address that leads nowhere: unknown, revoked, expired, malformed, or somebody else's. All look the same. */
class UnknownLink extends RuntimeException {
    UnknownLink() {
        super("unknown link", null, false, false);
    }
}
