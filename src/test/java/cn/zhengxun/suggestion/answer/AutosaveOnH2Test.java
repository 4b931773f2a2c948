package cn.zhengxun.suggestion.answer;

import cn.zhengxun.testing.OnH2;

@OnH2
class AutosaveOnH2Test extends AutosaveContract {}
