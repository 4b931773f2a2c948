package cn.zhengxun.adoption;

import cn.zhengxun.testing.OnPostgres;

@OnPostgres
class CertificatesOnPostgresTest extends CertificatesContract {}
