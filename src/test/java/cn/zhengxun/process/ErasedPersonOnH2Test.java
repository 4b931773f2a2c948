package cn.zhengxun.process;

import cn.zhengxun.testing.OnH2;

@OnH2
class ErasedPersonOnH2Test extends ErasedPersonContract {}
