package cn.zhengxun.web;

import cn.zhengxun.testing.OnH2;

@OnH2
class OwnPrivacyOnH2Test extends OwnPrivacyContract {}
