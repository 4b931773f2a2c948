package cn.zhengxun.suggestion.amendment;

import cn.zhengxun.testing.OnH2;

@OnH2
class AmendmentsOnH2Test extends AmendmentsContract {}
