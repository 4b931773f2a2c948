package cn.zhengxun.suggestion.doubtful;

import cn.zhengxun.testing.OnH2;

@OnH2
class DoubtfulOnH2Test extends DoubtfulContract {}
