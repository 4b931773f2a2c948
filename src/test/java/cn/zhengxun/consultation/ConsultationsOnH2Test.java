package cn.zhengxun.consultation;

import cn.zhengxun.testing.OnH2;

@OnH2
class ConsultationsOnH2Test extends ConsultationsContract {}
