package cn.zhengxun.process;

import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A broken rule is the clerk's to mend and no fault of the server: 422 in place of the 500 of Camunda's interface. */
public class BrokenRuleAnswer implements ExceptionMapper<RuleViolation> {

    @Override
    public Response toResponse(RuleViolation broken) {
        HttpStatus status = broken instanceof NotFound ? HttpStatus.NOT_FOUND : HttpStatus.UNPROCESSABLE_ENTITY;
        return Response.status(status.value())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", broken.getClass().getSimpleName(), "message", broken.getMessage()))
                .build();
    }
}
