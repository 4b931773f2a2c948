package cn.zhengxun.process;

import java.beans.FeatureDescriptor;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;

/** The beans a model may name: delegates and listeners. Looked up late, since the engine is built before them. */
class ModelBeans extends ELResolver {
    private final ApplicationContext context;
    private volatile Set<String> names;

    ModelBeans(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public Object getValue(ELContext elContext, Object base, Object property) {
        if (base == null && property instanceof String name && names().contains(name)) {
            elContext.setPropertyResolved(true);
            return context.getBean(name);
        }
        return null;
    }

    private Set<String> names() {
        if (names == null) {
            Set<String> found = new HashSet<>();
            for (Class<?> type : List.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class)) {
                found.addAll(List.of(context.getBeanNamesForType(type, true, false)));
            }
            names = Set.copyOf(found);
        }
        return names;
    }

    @Override
    public Class<?> getType(ELContext elContext, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext elContext, Object base, Object property, Object value) {
        // nothing here can be set; another resolver may answer
    }

    @Override
    public boolean isReadOnly(ELContext elContext, Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext elContext, Object base) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext elContext, Object base) {
        return Object.class;
    }
}
