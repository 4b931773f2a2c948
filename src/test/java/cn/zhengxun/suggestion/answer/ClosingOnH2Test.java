package cn.zhengxun.suggestion.answer;

import cn.zhengxun.testing.OnH2;

@OnH2
class ClosingOnH2Test extends ClosingContract {}
