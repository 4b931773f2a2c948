package cn.zhengxun.outreach.audience;

import cn.zhengxun.consultation.AudienceLanguage;
import org.springframework.stereotype.Component;

/** Lets a plan's expression be checked while it is written. */
@Component
class ParsedAudienceLanguage implements AudienceLanguage {

    @Override
    public void check(String expression) {
        AudienceParser.parse(expression);
    }
}
