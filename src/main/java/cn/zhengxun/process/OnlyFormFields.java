package cn.zhengxun.process;

import cn.zhengxun.kernel.RuleViolation;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Refuses a submission that brings more than the forms' own fields. Camunda Forms accept any variable, so a caller
 * could otherwise slip in the consultation's number or the answer of a gateway; could set variables beside the form,
 * since whoever may claim a task and give it back may also update it; and could start a process in its middle.
 */
class OnlyFormFields extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof StartProcessInstanceAtActivitiesCmd) {
            throw new RuleViolation("流程只能从头发起，请在“我的待办”右上方点“发起流程”。");
        }
        if (command instanceof SetTaskVariablesCmd
                || command instanceof PatchTaskVariablesCmd
                || command instanceof RemoveTaskVariablesCmd) {
            throw new RuleViolation("任务的内容只能通过表单填写。");
        }
        if (command instanceof SubmitTaskFormCmd) {
            requireOnly(FormValues.OF_TASKS, property(command, "properties"));
        } else if (command instanceof CompleteTaskCmd) {
            requireOnly(FormValues.OF_TASKS, property(command, "variables"));
        } else if (command instanceof SubmitStartFormCmd) {
            requireOnly(FormValues.OF_STARTS, property(command, "variables"));
        } else if (command instanceof StartProcessInstanceCmd) {
            ProcessInstantiationBuilderImpl builder =
                    (ProcessInstantiationBuilderImpl) property(command, "instantiationBuilder");
            requireOnly(FormValues.OF_STARTS, builder.getVariables());
        }
        return next.execute(command);
    }

    /** The commands offer no getters. */
    private static Object property(Command<?> command, String name) {
        return new DirectFieldAccessor(command).getPropertyValue(name);
    }

    private static void requireOnly(Set<String> fields, Object sent) {
        if (sent instanceof Map<?, ?> variables && !fields.containsAll(variables.keySet())) {
            throw new RuleViolation("提交的内容里有表单以外的项目，没有受理。请刷新页面后重新填写。");
        }
    }
}
