package cn.zhengxun.suggestion.live;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Ends what a session watches with the session. Made before the database is there, hence the provider. */
@Component
class SessionEnds implements HttpSessionListener {
    private final ObjectProvider<LiveCounts> live;

    SessionEnds(ObjectProvider<LiveCounts> live) {
        this.live = live;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        live.getObject().end(event.getSession().getId());
    }
}
