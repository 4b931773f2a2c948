package cn.zhengxun.process;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Refuses expressions anywhere in a task query that a caller made up, also in its or-branches and in a query that
 * extends a stored filter. The engine itself looks only at the outermost query (CVE-2026-109432). Filters that the
 * product stored keep their own expressions, such as {@code ${currentUserGroups()}}.
 */
class NoExpressionsInQueries extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractExecuteFilterCmd) {
            // the command offers no getter for the caller's part
            refuseExpressions(new DirectFieldAccessor(command).getPropertyValue("extendingQuery"));
        }
        refuseExpressions(command);
        return next.execute(command);
    }

    private static void refuseExpressions(Object candidate) {
        if (candidate instanceof TaskQueryImpl query
                && query.getQueries().stream()
                        .anyMatch(branch -> !branch.getExpressions().isEmpty())) {
            throw new BadUserRequestException("Expressions are forbidden in queries");
        }
    }
}
