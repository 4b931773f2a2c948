package cn.zhengxun.collation;

import cn.zhengxun.testing.OnH2;

@OnH2
class HoldsOnH2Test extends HoldsContract {}
