package cn.zhengxun.adoption;

import cn.zhengxun.testing.OnH2;

@OnH2
class CertificatesOnH2Test extends CertificatesContract {}
