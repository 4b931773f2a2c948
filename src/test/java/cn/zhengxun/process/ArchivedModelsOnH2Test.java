package cn.zhengxun.process;

import cn.zhengxun.testing.OnH2;

@OnH2
class ArchivedModelsOnH2Test extends ArchivedModelsContract {}
