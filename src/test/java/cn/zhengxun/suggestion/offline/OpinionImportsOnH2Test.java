package cn.zhengxun.suggestion.offline;

import cn.zhengxun.testing.OnH2;

@OnH2
class OpinionImportsOnH2Test extends OpinionImportsContract {}
