package cn.zhengxun.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Suspended: no timer of the consultation fires, nothing of it goes on by itself, and no task of its steps is completed. */
@Component("pauseClocks")
class PauseClocks implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        StoppedClocks.stop(execution.getProcessInstanceId());
    }
}
