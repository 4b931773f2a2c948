package cn.zhengxun.process;

import cn.zhengxun.testing.OnH2;

@OnH2
class SuspensionOnH2Test extends SuspensionContract {}
