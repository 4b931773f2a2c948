package cn.zhengxun.directory;

import cn.zhengxun.testing.OnH2;

@OnH2
class InformantImportsOnH2Test extends InformantImportsContract {}
