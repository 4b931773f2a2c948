/** The only room that knows Camunda: delegates, listeners, typed variables, engine configuration and hardening. */
@org.springframework.modulith.ApplicationModule(displayName = "流程")
package cn.zhengxun.process;
