package cn.zhengxun.process;

import cn.zhengxun.testing.OnH2;

@OnH2
class TenStepsOnH2Test extends TenStepsContract {}
