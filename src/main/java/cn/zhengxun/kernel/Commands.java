package cn.zhengxun.kernel;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Validates a command's components before the command exists. */
public final class Commands {
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\ud800-\\udfff]");
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
        List<InvalidCommand.Fault> faults = new ArrayList<>(violations.stream()
                .map(violation ->
                        new InvalidCommand.Fault(component(violation.getPropertyPath()), violation.getMessage()))
                .toList());
        if (faults.isEmpty()) {
            faults.addAll(unstorable(command, components));
        }
        faults.sort(java.util.Comparator.comparing(InvalidCommand.Fault::field));
        if (!faults.isEmpty()) {
            throw new InvalidCommand(faults);
        }
    }

    /** NUL and half a surrogate pair: PostgreSQL keeps neither, and a command must mean the same on every database. */
    private static List<InvalidCommand.Fault> unstorable(Class<? extends Record> command, Object... components) {
        RecordComponent[] declared = command.getRecordComponents();
        return IntStream.range(0, components.length)
                .filter(i -> components[i] instanceof String text
                        && UNSTORABLE.matcher(text).find())
                .mapToObj(i -> new InvalidCommand.Fault(declared[i].getName(), "有无法保存的字符，请删去后再试。"))
                .toList();
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
