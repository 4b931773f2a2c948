package cn.zhengxun.process;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.Set;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** Asked first of all resolvers: ends an expression that reaches for classes, threads or processes. */
class NoReflection extends ELResolver {
    private static final Set<String> FORBIDDEN_MEMBERS = Set.of("class", "getClass", "classLoader", "getClassLoader");

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        refuse(base, property);
        return null;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        refuse(base, method);
        return null;
    }

    private static void refuse(Object base, Object member) {
        if (base != null && (reflective(base) || FORBIDDEN_MEMBERS.contains(String.valueOf(member)))) {
            throw new ELException("expressions may not use reflection");
        }
    }

    private static boolean reflective(Object base) {
        String name = base.getClass().getName();
        return base instanceof Class
                || base instanceof ClassLoader
                || base instanceof Runtime
                || base instanceof Thread
                || base instanceof ThreadGroup
                || base instanceof Process
                || base instanceof ProcessBuilder
                || name.startsWith("java.lang.reflect.")
                || name.startsWith("java.lang.invoke.");
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        refuse(base, property);
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return false;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
