package cn.zhengxun.privacy;

import java.util.Optional;

/** A room's reason why somebody's data must stay a while; served as a bean by each room that may have one. */
public interface ErasureHold {

    /** @return one Chinese sentence for the staff that says what has to end first; empty where nothing does */
    Optional<String> on(Subject subject);
}
