package cn.zhengxun.process;

import cn.zhengxun.kernel.RuleViolation;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.DirectFieldAccessor;

/** Says to the clerk, in place of the engine's English, why a task can no longer be claimed or completed. */
class TaskRefusals extends CommandInterceptor {
    private static final String TAKEN = "这项任务已经由别人认领，或者分给了别人。请刷新任务列表；需要由您办理的，请认领的人先取消认领。";

    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof SubmitTaskFormCmd
                || command instanceof CompleteTaskCmd
                || command instanceof ClaimTaskCmd)) {
            return next.execute(command);
        }
        refuseWhatIsAnothers(command);
        try {
            return next.execute(command);
        } catch (SuspendedEntityInteractionException waits) {
            throw new RuleViolation("这次征询已经暂停，恢复以前任务不能认领，也不能办结。来文恢复的，请工作人员办理“恢复征询”。", waits);
        } catch (OptimisticLockingException raced) {
            throw new RuleViolation("刚才有人同时办理了这项任务，您的操作没有生效。请刷新任务列表，看看是否还要办理。", raced);
        } catch (TaskAlreadyClaimedException taken) {
            throw new RuleViolation(TAKEN, taken);
        } catch (AuthorizationException refused) {
            throw new AuthorizationException("这项任务不由您的岗位办理，或者已经由别人认领。请刷新任务列表。");
        } catch (NullValueException missing) {
            if (String.valueOf(missing.getMessage()).contains("Cannot find task")) {
                throw new RuleViolation("这项任务已经办完，或者已被撤回。请刷新任务列表。", missing);
            }
            throw missing;
        }
    }

    /** The right to work on a task comes with the group; who claimed it is of no matter to the engine, but to the office. */
    private void refuseWhatIsAnothers(Command<?> command) {
        // the commands offer no getter
        Object id = new DirectFieldAccessor(command).getPropertyValue("taskId");
        boolean anothers = id instanceof String task
                && next.execute(context -> {
                    TaskEntity found = context.getTaskManager().findTaskById(task);
                    String who = context.getAuthenticatedUserId();
                    return who != null
                            && found != null
                            && found.getAssignee() != null
                            && !found.getAssignee().equals(who);
                });
        if (anothers) {
            throw new RuleViolation(TAKEN);
        }
    }
}
