package cn.zhengxun.web;

import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Failures as problem+json (RFC 9457) for machines. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class FailureAnswers extends ResponseEntityExceptionHandler {

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

    @Override
    protected org.springframework.http.ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException failure,
            org.springframework.http.HttpHeaders headers,
            org.springframework.http.HttpStatusCode status,
            org.springframework.web.context.request.WebRequest request) {
        return handleExceptionInternal(
                failure,
                problem(HttpStatus.PAYLOAD_TOO_LARGE, "文件过大", "文件超过10 MB，请压缩或拆分后再上传。"),
                headers,
                HttpStatus.PAYLOAD_TOO_LARGE,
                request);
    }

    private static ProblemDetail problem(HttpStatus status, String title, String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setTitle(title);
        return problem;
    }
}
