package cn.zhengxun.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

/** The models and forms as they lie in the repository. */
final class ModelFiles {
    static final Path PROCESSES = Path.of("processes");
    static final Path FORMS = Path.of("forms");

    private ModelFiles() {}

    /** @param path the file; @param model read and checked against the BPMN schema */
    record Drawing(Path path, BpmnModelInstance model) {
        Process process() {
            return model.getModelElementsByType(Process.class).iterator().next();
        }

        @Override
        public String toString() {
            return path.getFileName().toString();
        }
    }

    static Stream<Drawing> drawings() {
        return files(PROCESSES, ".bpmn").stream().map(path -> new Drawing(path, Bpmn.readModelFromFile(path.toFile())));
    }

    /** Sorted by name. */
    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
