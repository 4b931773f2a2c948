package cn.zhengxun.draft;

import cn.zhengxun.testing.OnH2;

@OnH2
class AmendedLawsOnH2Test extends AmendedLawsContract {}
