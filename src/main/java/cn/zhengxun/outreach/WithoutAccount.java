package cn.zhengxun.outreach;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller whose pages are reached by a link alone: {@link PublicPages} gives them their headers, the neutral page
 * for an {@link UnknownLink}, and the limit on guesses, counted over all of them together.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithoutAccount {}
