package cn.zhengxun.suggestion;

/** What looks as if a machine had filled in a form. People look at it; nothing is refused for it. */
public enum Suspicion {
    HIDDEN_FIELD,
    TOO_FAST
}
