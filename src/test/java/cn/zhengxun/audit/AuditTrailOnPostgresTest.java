package cn.zhengxun.audit;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class AuditTrailOnPostgresTest extends AuditTrailContract {}
