package cn.zhengxun.process;

import org.camunda.bpm.engine.delegate.VariableScope;

/** A process variable by its name and type: an id or a scalar, never a person's data. */
record Variable<T>(String name, Class<T> type) {

    /** @return null where the variable is missing or null; @throws IllegalStateException where it has another type */
    T from(VariableScope scope) {
        Object value = scope.getVariable(name);
        if (value != null && !type.isInstance(value)) {
            throw new IllegalStateException("variable " + name + " is no " + type.getSimpleName());
        }
        return type.cast(value);
    }

    void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }
}
