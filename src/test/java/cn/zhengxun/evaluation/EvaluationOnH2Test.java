package cn.zhengxun.evaluation;

import cn.zhengxun.testing.OnH2;

@OnH2
class EvaluationOnH2Test extends EvaluationContract {}
