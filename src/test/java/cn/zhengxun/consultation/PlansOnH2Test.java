package cn.zhengxun.consultation;

import cn.zhengxun.testing.OnH2;

@OnH2
class PlansOnH2Test extends PlansContract {}
