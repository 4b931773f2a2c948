package cn.zhengxun.audit;

import cn.zhengxun.testing.OnH2;

@OnH2
class AuditTrailOnH2Test extends AuditTrailContract {}
