package cn.zhengxun.process;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import cn.zhengxun.identity.Roles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Groups, what they may do in the engine, and Tasklist's filters. Every start brings them to the state described here. */
@Component
@Order(10)
class AccessBootstrap implements ApplicationRunner {
    private static final Map<String, String> GROUPS = Map.of(
            Roles.STAFF, "工作人员",
            Roles.DIRECTOR, "办公室主任",
            Roles.LEADER, "分管领导",
            Roles.EXPERT, "立法智囊团",
            Roles.MANAGER, "管理者",
            Roles.ADMINISTRATOR, "系统管理员");
    private static final List<String> TASK_GROUPS = List.of(Roles.STAFF, Roles.DIRECTOR, Roles.LEADER, Roles.EXPERT);

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;

    AccessBootstrap(
            IdentityService identity, AuthorizationService authorizations, FilterService filters, TaskService tasks) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        GROUPS.forEach(this::group);
        for (String group : TASK_GROUPS) {
            grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            for (String named : GROUPS.keySet()) {
                // the header of a task shows a group's Chinese name only to who may read the group
                grant(group, Resources.GROUP, named, Permissions.READ);
            }
            for (String key : Models.ALL) {
                grant(
                        group,
                        Resources.PROCESS_DEFINITION,
                        key,
                        permissions(group.equals(Roles.STAFF) && Models.STARTABLE.contains(key)));
            }
        }
        grant(Roles.STAFF, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
        administratorsMayDoEverything();
        filter("我的待办", 10);
    }

    private static Permission[] permissions(boolean mayStart) {
        return mayStart
                ? new Permission[] {
                    Permissions.READ, Permissions.READ_INSTANCE, Permissions.READ_HISTORY, Permissions.CREATE_INSTANCE
                }
                : new Permission[] {Permissions.READ, Permissions.READ_INSTANCE, Permissions.READ_HISTORY};
    }

    private void group(String id, String name) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            Group group = identity.newGroup(id);
            group.setName(name);
            group.setType(id.equals(Roles.ADMINISTRATOR) ? "SYSTEM" : "WORKFLOW");
            identity.saveGroup(group);
        }
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Authorization grant = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .authorizationType(AUTH_TYPE_GRANT)
                .singleResult();
        if (grant == null) {
            grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(id);
        }
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }

    /** Deploying a model means running code on this machine, so not even administrators may do it through the web. */
    private void administratorsMayDoEverything() {
        for (Resource resource : Resources.values()) {
            if (resource == Resources.DEPLOYMENT) {
                grant(Roles.ADMINISTRATOR, resource, Authorization.ANY, Permissions.READ);
            } else {
                grant(Roles.ADMINISTRATOR, resource, Authorization.ANY, Permissions.ALL);
            }
        }
    }

    /** What somebody may claim, and what is already theirs; not what a colleague has claimed. */
    private void filter(String name, int priority) {
        Filter filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
        }
        filter.setQuery(tasks.createTaskQuery()
                .or()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .taskAssigneeExpression("${currentUser()}")
                .endOr()
                .orderByDueDate()
                .asc());
        filter.setProperties(new HashMap<>(Map.of(
                "priority",
                priority,
                "refresh",
                true,
                "color",
                "#a3161a",
                "showUndefinedVariable",
                false,
                "variables",
                List.of(Map.of("name", Variables.CONSULTATION.name(), "label", "征询编号")))));
        filters.saveFilter(filter);
        for (String group : TASK_GROUPS) {
            grant(group, Resources.FILTER, filter.getId(), Permissions.READ);
        }
    }
}
