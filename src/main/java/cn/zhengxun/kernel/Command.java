package cn.zhengxun.kernel;

/**
 * Something a person or the system wants changed. A command is a record that validates itself when it is built (see
 * {@link Commands}), so no invalid command exists; its application service writes one audit entry for it.
 */
public interface Command {}
