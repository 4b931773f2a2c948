package cn.zhengxun.process;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricFormPropertyEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * History keeps neither uploaded files nor what people wrote in a form: the domain has them, and without this the
 * engine would keep them twice more after the variable is gone.
 */
class HistoryWithoutWords extends DbHistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!holdsWords(event)) {
            super.handleEvent(event);
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        super.handleEvents(events.stream().filter(event -> !holdsWords(event)).toList());
    }

    /** Whatever is not a known id or scalar is taken for somebody's words. */
    private static boolean holdsWords(HistoryEvent event) {
        if (event instanceof HistoricVariableUpdateEventEntity variable) {
            return !Variables.KEPT.contains(variable.getVariableName());
        }
        return event instanceof HistoricFormPropertyEventEntity field
                && !Variables.KEPT.contains(field.getPropertyId());
    }
}
