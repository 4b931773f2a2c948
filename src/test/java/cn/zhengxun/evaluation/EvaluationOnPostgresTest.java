package cn.zhengxun.evaluation;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class EvaluationOnPostgresTest extends EvaluationContract {}
