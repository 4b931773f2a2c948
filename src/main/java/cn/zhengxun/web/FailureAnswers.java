package cn.zhengxun.web;

import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Failures as problem+json (RFC 9457) for machines. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class FailureAnswers extends ResponseEntityExceptionHandler {
    private final StatusSentences sentences;

    FailureAnswers(StatusSentences sentences) {
        this.sentences = sentences;
    }

    @ExceptionHandler(NotFound.class)
    ProblemDetail notFound(NotFound failure) {
        return problem(HttpStatus.NOT_FOUND, "没有找到", failure.getMessage());
    }

    @ExceptionHandler(InvalidCommand.class)
    ProblemDetail invalid(InvalidCommand failure) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, "填写有误", failure.getMessage());
        problem.setProperty("faults", failure.faults());
        return problem;
    }

    @ExceptionHandler(RuleViolation.class)
    ProblemDetail brokenRule(RuleViolation failure) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, "不能办理", failure.getMessage());
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ProblemDetail wrongType(MethodArgumentTypeMismatchException failure) {
        return problem(HttpStatus.BAD_REQUEST, "参数有误", "参数 " + failure.getName() + " 的格式不对。");
    }

    @ExceptionHandler(MultipartException.class)
    ProblemDetail unreadUpload(MultipartException failure) {
        return problem(HttpStatus.BAD_REQUEST, "没有读懂上传的内容", "请用 multipart/form-data 上传，字段名见接口说明（/v3/api-docs）。");
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail problem =
                problem(HttpStatus.BAD_REQUEST, "缺少文件", "请求里没有 " + failure.getRequestPartName() + "，请附上文件。");
        return handleExceptionInternal(failure, problem, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = problem(HttpStatus.PAYLOAD_TOO_LARGE, "文件过大", "文件超过10 MB，请压缩或拆分后再上传。");
        return handleExceptionInternal(failure, problem, headers, HttpStatus.PAYLOAD_TOO_LARGE, request);
    }

    /** What Spring alone would explain in English. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return super.handleExceptionInternal(
                failure, body == null ? sentences.problem(status) : body, headers, status, request);
    }

    private static ProblemDetail problem(HttpStatus status, String title, String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setTitle(title);
        return problem;
    }
}
