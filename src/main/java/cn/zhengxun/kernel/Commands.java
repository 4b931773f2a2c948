package cn.zhengxun.kernel;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Validates a command's components before the command exists. */
public final class Commands {
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator(
                    Set.of(Locale.SIMPLIFIED_CHINESE), Locale.SIMPLIFIED_CHINESE, false))
            .buildValidatorFactory()
            .getValidator();

    private Commands() {}

    /**
     * To be called first in a record's compact constructor, with every component in declared order: a compact
     * constructor runs before the fields are set, so the constraints on its parameters are what is checked.
     *
     * @throws InvalidCommand naming each faulty component with its Chinese sentence
     */
    public static <R extends Record> void validate(Class<R> command, Object... components) {
        Set<ConstraintViolation<R>> violations =
                VALIDATOR.forExecutables().validateConstructorParameters(canonicalConstructor(command), components);
        if (violations.isEmpty()) {
            return;
        }
        List<InvalidCommand.Fault> faults = violations.stream()
                .map(violation ->
                        new InvalidCommand.Fault(component(violation.getPropertyPath()), violation.getMessage()))
                .sorted(java.util.Comparator.comparing(InvalidCommand.Fault::field))
                .toList();
        throw new InvalidCommand(faults);
    }

    private static <R extends Record> Constructor<R> canonicalConstructor(Class<R> command) {
        Class<?>[] types = Arrays.stream(command.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return command.getDeclaredConstructor(types);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(command + " has no canonical constructor", impossible);
        }
    }

    /** The path of a constructor parameter is {@code <constructor>.component…}; the caller knows the component's name. */
    private static String component(Path path) {
        StringBuilder name = new StringBuilder();
        int depth = 0;
        for (Path.Node node : path) {
            if (depth++ > 0) {
                name.append(name.isEmpty() ? "" : ".").append(node);
            }
        }
        return name.toString();
    }
}
